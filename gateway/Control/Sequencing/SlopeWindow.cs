namespace CoinRig.Control;

/// <summary>
/// How fast the voltage changes: the slope of the straight line through the last readings (least squares), over a window. The window moves on
/// in blocks of its twentieth, whose means stand for their readings, so that neither memory nor work grow with it.
/// </summary>
sealed class SlopeWindow
{
    const int Blocks = 20;

    readonly double[] _seconds = new double[Blocks];
    readonly double[] _volts = new double[Blocks];
    double _blockSeconds;
    double _sumSeconds;
    double _sumVolts;
    int _readings;
    int _filled;
    int _next;
    long _start;
    long _blockEnd;

    /// <summary>The slope, V/s; NaN while the window is not full, or where there is none.</summary>
    internal double VoltsPerSecond { get; private set; } = double.NaN;

    /// <summary>Begins with no readings.</summary>
    /// <param name="windowSeconds">The window, s; 0 looks at nothing.</param>
    /// <param name="nanoseconds">When, ns.</param>
    internal void Begin(double windowSeconds, long nanoseconds)
    {
        (_blockSeconds, _start, VoltsPerSecond) = (windowSeconds / Blocks, nanoseconds, double.NaN);
        (_sumSeconds, _sumVolts, _readings, _filled, _next) = (0, 0, 0, 0, 0);
        _blockEnd = nanoseconds + (long)(_blockSeconds * 1e9);
    }

    /// <summary>Takes a reading.</summary>
    internal void Add(long nanoseconds, double volts)
    {
        if (_blockSeconds == 0 || nanoseconds < _start)
        {
            return;
        }
        if (nanoseconds >= _blockEnd && _readings > 0)
        {
            CloseBlock(nanoseconds);
        }
        _sumSeconds += (nanoseconds - _start) * 1e-9;
        _sumVolts += volts;
        _readings++;
    }

    void CloseBlock(long nanoseconds)
    {
        _seconds[_next] = _sumSeconds / _readings;
        _volts[_next] = _sumVolts / _readings;
        _next = (_next + 1) % Blocks;
        _filled = Math.Min(_filled + 1, Blocks);
        (_sumSeconds, _sumVolts, _readings) = (0, 0, 0);
        _blockEnd = Math.Max(_blockEnd, nanoseconds - (long)(_blockSeconds * 1e9)) + (long)(_blockSeconds * 1e9);
        VoltsPerSecond = _filled == Blocks ? Slope() : double.NaN;
    }

    double Slope()
    {
        var (meanSeconds, meanVolts) = (0.0, 0.0);
        for (var i = 0; i < Blocks; i++)
        {
            meanSeconds += _seconds[i] / Blocks;
            meanVolts += _volts[i] / Blocks;
        }
        var (products, squares) = (0.0, 0.0);
        for (var i = 0; i < Blocks; i++)
        {
            var seconds = _seconds[i] - meanSeconds;
            products += seconds * (_volts[i] - meanVolts);
            squares += seconds * seconds;
        }
        return products / squares;
    }
}
