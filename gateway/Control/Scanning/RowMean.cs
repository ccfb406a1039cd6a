namespace CoinRig.Control;

/// <summary>
/// Mean of all scans since the last row. A sweep is a staircase: after each step of the DAC the current jumps and decays, so that a
/// single scan is high or low by its place in the step, and a rule that records when the voltage has moved always takes
/// the first after a step. The mean over steps is the current of the linear sweep (electrochemistry.md 2.4).
/// </summary>
sealed class RowMean
{
    Scan _first;
    SampleFlags _flags;
    int _count;
    long _voltageNanoseconds;
    long _currentNanoseconds;
    double _volts;
    double _amperes;

    /// <summary>Begins again: a row was recorded, or what was measured so far is of another set value.</summary>
    internal void Clear()
    {
        _count = 0;
        _flags = SampleFlags.None;
        (_voltageNanoseconds, _currentNanoseconds) = (0, 0);
        (_volts, _amperes) = (0, 0);
    }

    /// <summary>Takes a scan.</summary>
    /// <param name="scan">The scan.</param>
    internal void Add(in Scan scan)
    {
        if (_count++ == 0)
        {
            _first = scan;
        }
        _flags |= scan.Flags;
        // Differences from the first: sums of times would leave 64 bits after a year, and those of readings would lose digits.
        _voltageNanoseconds += scan.VoltageNanoseconds - _first.VoltageNanoseconds;
        _currentNanoseconds += scan.CurrentNanoseconds - _first.CurrentNanoseconds;
        _volts += scan.Volts - _first.Volts;
        _amperes += scan.Amperes - _first.Amperes;
    }

    /// <summary>The mean as a scan, due and as warm as the last.</summary>
    internal Scan Of(in Scan last) => last with
    {
        VoltageNanoseconds = _first.VoltageNanoseconds + _voltageNanoseconds / _count,
        CurrentNanoseconds = _first.CurrentNanoseconds + _currentNanoseconds / _count,
        Volts = _first.Volts + _volts / _count,
        Amperes = _first.Amperes + _amperes / _count,
        Flags = _flags,
    };
}
