namespace CoinRig.Analysis;

/// <summary>A series thinned to the lowest and the highest value of each stretch of time, so that no spike is lost however long it is.</summary>
/// <param name="stretchSeconds">Length of a stretch, s.</param>
public sealed class MinMaxSeries(double stretchSeconds)
{
    readonly List<(double Seconds, double Value)> _points = [];
    (double Seconds, double Value) _lowest, _highest;
    double _stretch = double.NaN;

    /// <summary>The points kept, in order of time.</summary>
    public IReadOnlyList<(double Seconds, double Value)> Points
    {
        get
        {
            Close();
            return _points;
        }
    }

    /// <summary>Adds a point; time goes forward.</summary>
    public void Add(double seconds, double value)
    {
        if (!double.IsFinite(value))
        {
            return;
        }
        var stretch = Math.Floor(seconds / stretchSeconds);
        if (stretch != _stretch)
        {
            Close();
            (_stretch, _lowest, _highest) = (stretch, (seconds, value), (seconds, value));
            return;
        }
        _lowest = value < _lowest.Value ? (seconds, value) : _lowest;
        _highest = value > _highest.Value ? (seconds, value) : _highest;
    }

    void Close()
    {
        if (double.IsNaN(_stretch))
        {
            return;
        }
        var (first, second) = _lowest.Seconds <= _highest.Seconds ? (_lowest, _highest) : (_highest, _lowest);
        _points.Add(first);
        if (second.Seconds > first.Seconds)
        {
            _points.Add(second);
        }
        _stretch = double.NaN;
    }
}
