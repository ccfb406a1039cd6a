using CoinRig.Electrochemistry.Traces;

namespace CoinRig.Electrochemistry.Voltammetry;

/// <summary>A sweep with what was read from it.</summary>
public sealed class MeasuredSweep
{
    readonly double[] _seconds;
    readonly double[] _volts;
    readonly double[] _amperes;

    internal MeasuredSweep(Sweep sweep, SweepSeries series, SignedCharge? charge, IReadOnlyList<SweepPeak> peaks)
    {
        Sweep = sweep;
        Charge = charge;
        Peaks = peaks;
        _seconds = series.Seconds.ToArray();
        _volts = series.Volts.ToArray();
        _amperes = series.Amperes.ToArray();
    }

    /// <summary>Where it is, and how fast.</summary>
    public Sweep Sweep { get; }

    /// <summary>Charge of the sweep, positive and negative current apart; null without time.</summary>
    public SignedCharge? Charge { get; }

    /// <summary>Its peaks in the order of the sweep.</summary>
    public IReadOnlyList<SweepPeak> Peaks { get; }

    /// <summary>The peak with the largest current; null of none.</summary>
    public SweepPeak? MainPeak => PeakSearch.Largest(Peaks);

    /// <summary>The sweep with the readings of each step (or 0.25 mV) averaged.</summary>
    public Trace Curve => new(_seconds, _volts, _amperes);
}
