namespace CoinRig.Electrochemistry.Voltammetry;

/// <summary>
/// The readings of one sweep, fed one by one. Readings at one potential (a step of a staircase, or 0.25 mV of a fine sweep) are averaged into an entry: the current
/// averaged over a step is that of the linear sweep, the current at its end is not. When it is full, neighbours are averaged: constant memory, nothing thrown away.
/// </summary>
/// <param name="capacity">Most entries; even.</param>
public sealed class SweepSeries(int capacity = SweepSeries.Usual)
{
    const int Usual = 4096;
    const double GrainVolts = 0.25e-3;

    readonly double[] _seconds = new double[capacity];
    readonly double[] _volts = new double[capacity];
    readonly double[] _amperes = new double[capacity];
    int _readingsInLast;
    int _fewestReadings = 1;

    /// <summary>Entries.</summary>
    public int Count { get; private set; }

    /// <summary>Readings taken in.</summary>
    public long Readings { get; private set; }

    /// <summary>Time of each entry, s.</summary>
    public ReadOnlySpan<double> Seconds => _seconds.AsSpan(0, Count);

    /// <summary>Potential of each entry, V.</summary>
    public ReadOnlySpan<double> Volts => _volts.AsSpan(0, Count);

    /// <summary>Current of each entry, A.</summary>
    public ReadOnlySpan<double> Amperes => _amperes.AsSpan(0, Count);

    /// <summary>Takes in a reading; one whose potential or current is no number is left out. Without time let every time be NaN.</summary>
    public void Add(double seconds, double volts, double amperes)
    {
        if (double.IsInfinity(seconds) || !double.IsFinite(volts) || !double.IsFinite(amperes))
        {
            return;
        }
        Readings++;
        if (Count == 0 || _readingsInLast >= _fewestReadings && Math.Abs(volts - _volts[Count - 1]) > GrainVolts)
        {
            if (Count == _volts.Length)
            {
                MergePairs();
            }
            (_seconds[Count], _volts[Count], _amperes[Count]) = (seconds, volts, amperes);
            Count++;
            _readingsInLast = 1;
            return;
        }
        _readingsInLast++;
        _seconds[Count - 1] += (seconds - _seconds[Count - 1]) / _readingsInLast;
        _volts[Count - 1] += (volts - _volts[Count - 1]) / _readingsInLast;
        _amperes[Count - 1] += (amperes - _amperes[Count - 1]) / _readingsInLast;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear() => (Count, Readings, _readingsInLast, _fewestReadings) = (0, 0, 0, 1);

    void MergePairs()
    {
        Count /= 2;
        for (var i = 0; i < Count; i++)
        {
            _seconds[i] = 0.5 * (_seconds[2 * i] + _seconds[2 * i + 1]);
            _volts[i] = 0.5 * (_volts[2 * i] + _volts[2 * i + 1]);
            _amperes[i] = 0.5 * (_amperes[2 * i] + _amperes[2 * i + 1]);
        }
        _fewestReadings *= 2;
        _readingsInLast = _fewestReadings;
    }
}
