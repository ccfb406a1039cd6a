namespace CoinRig.Electrochemistry.Gitt;

/// <summary>
/// Looks for rows that are missing (an interval far longer than all others of a step) and for a voltage at the end of its scale (a stay at one
/// extreme value that is far longer than any elsewhere). Constant memory.
/// </summary>
struct RowWatch
{
    const double LongerThanOthers = 3, LeastShare = 0.05;
    const int FewestRows = 8, LongestStay = 5, LongerStay = 3;
    double _last, _longest, _second, _volts, _lowest, _highest;
    int _rows, _stay, _longestStay, _extremeStay;

    public void Begin() => this = new() { _lowest = double.PositiveInfinity, _highest = double.NegativeInfinity };

    public void Add(double seconds, double volts)
    {
        var interval = seconds - _last;
        (_longest, _second) = interval > _longest ? (interval, _longest) : (_longest, Math.Max(_second, interval));
        _last = seconds;
        _rows++;
        if (volts == _volts)
        {
            _stay++;
        }
        else
        {
            Leave();
            (_volts, _stay) = (volts, 1);
        }
        if (volts < _lowest || volts > _highest)
        {
            // A new extreme: what stayed at the old one was none.
            (_longestStay, _extremeStay) = (Math.Max(_longestStay, _extremeStay), 0);
            (_lowest, _highest) = (Math.Min(_lowest, volts), Math.Max(_highest, volts));
        }
    }

    /// <summary>Whether rows are missing that are a part of a pulse of this duration.</summary>
    public readonly bool HasHole(double pulseSeconds) => _rows >= FewestRows && _longest > LongerThanOthers * _second && _longest > LeastShare * pulseSeconds;

    /// <summary>Whether the voltage stayed at an extreme.</summary>
    public bool IsClipped
    {
        get
        {
            Leave();
            return _highest > _lowest && _extremeStay >= LongestStay && _extremeStay >= LongerStay * Math.Max(1, _longestStay);
        }
    }

    void Leave()
    {
        if (_volts == _lowest || _volts == _highest)
        {
            _extremeStay = Math.Max(_extremeStay, _stay);
        }
        else
        {
            _longestStay = Math.Max(_longestStay, _stay);
        }
        _stay = 0;
    }
}
