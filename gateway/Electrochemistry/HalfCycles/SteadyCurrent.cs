namespace CoinRig.Electrochemistry.HalfCycles;

/// <summary>
/// The first stretch of constant current of a half cycle: its mean is the rate, and the second differences of its readings tell their noise, as a
/// slow change does not enter them (after von Neumann 1941).
/// </summary>
struct SteadyCurrent
{
    /// <summary>A current within this of its level is still the same current.</summary>
    const double Tolerance = 0.02;

    /// <summary>A shorter stretch of fewer rows gives way to the next one, because a controller may need a reading or two.</summary>
    const int LeastRows = 3;

    double _level;
    double _coulombs, _seconds;
    double _volts1, _volts2, _amperes1, _amperes2;
    double _voltsSquares, _ampereSquares;
    long _rows;
    bool _ended;

    /// <summary>Mean current of the stretch without sign, A.</summary>
    public readonly double RateAmperes => Math.Abs(_seconds > 0 ? _coulombs / _seconds : _level);

    /// <summary>Noise of one reading of the current, A; NaN where there are too few.</summary>
    public readonly double NoiseAmperes => Noise(_ampereSquares);

    /// <summary>Noise of one reading of the voltage, V.</summary>
    public readonly double NoiseVolts => Noise(_voltsSquares);

    /// <summary>Takes in a row and what passed up to it.</summary>
    public void Add(double volts, double amperes, in Passed passed)
    {
        if (_ended)
        {
            return;
        }
        if (_rows == 0 || Math.Abs(amperes - _level) > Tolerance * Math.Abs(_level))
        {
            _ended = _rows >= LeastRows || _seconds > passed.Seconds;
            if (!_ended)
            {
                this = new() { _level = amperes, _rows = 1, _volts1 = volts, _amperes1 = amperes };
            }
            return;
        }
        _rows++;
        _coulombs += amperes * passed.Seconds;
        _seconds += passed.Seconds;
        if (_rows > 2)
        {
            var (dv, di) = (volts - 2 * _volts1 + _volts2, amperes - 2 * _amperes1 + _amperes2);
            _voltsSquares += dv * dv;
            _ampereSquares += di * di;
        }
        (_volts2, _volts1, _amperes2, _amperes1) = (_volts1, volts, _amperes1, amperes);
    }

    readonly double Noise(double squares) => _rows < 5 ? double.NaN : Math.Sqrt(squares / (6 * (_rows - 2)));
}
