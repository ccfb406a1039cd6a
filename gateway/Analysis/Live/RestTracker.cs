using CoinRig.Control;
using CoinRig.Electrochemistry.Gitt;
using CoinRig.Electrochemistry.Uncertainty;
using CoinRig.Protocols;

namespace CoinRig.Analysis;

/// <summary>Follows rests: their last voltage, and where it goes to.</summary>
sealed class RestTracker(MeasurementUncertainty uncertainty) : IResultTracker
{
    readonly RestAccumulator _rest = new();
    bool _resting;
    bool _anySegment;

    /// <summary>Where the rest goes to that ended just before the segment that runs now; null where none did.</summary>
    public Equilibrium? Last { get; private set; }

    /// <summary>Noise of a voltage reading as the last rest showed it, V.</summary>
    public double NoiseVolts { get; private set; } = uncertainty.NoiseVolts;

    /// <inheritdoc/>
    public void OnStepStarted(StepStarted step, ResultPost post)
    {
    }

    /// <inheritdoc/>
    public void OnSegmentStarted(SegmentStarted segment, ResultPost post)
    {
        if (!_anySegment)
        {
            Post(post, segment.VoltsBefore, uncertainty.NoiseVolts, new(segment.Cycle, segment.StepCount, segment.Nanoseconds * 1e-9), ("when", "before connecting"));
        }
        _anySegment = true;
        _resting = segment.Segment.Role is SegmentRole.Rest or SegmentRole.Relaxation;
        if (_resting)
        {
            _rest.Begin();
        }
    }

    /// <inheritdoc/>
    public void OnSample(in Sample sample, double seconds)
    {
        if (_resting)
        {
            _rest.Add(seconds, sample.Volts);
        }
    }

    /// <inheritdoc/>
    public void OnSegmentEnded(SegmentStarted started, SegmentEnded ended, ResultPost post)
    {
        Last = null;
        if (!_resting)
        {
            return;
        }
        _resting = false;
        var noise = _rest.NoiseVolts;
        NoiseVolts = double.IsFinite(noise) ? noise : uncertainty.NoiseVolts;
        Last = _rest.Equilibrium(NoiseVolts, ended.LastVolts);
        Post(post, ended.LastVolts, NoiseVolts, new(started.Cycle, started.StepCount, ended.Nanoseconds * 1e-9) { Readings = (started.Nanoseconds * 1e-9, ended.Nanoseconds * 1e-9), IsSum = true }, ("when", "end of rest"),
            ("rest_seconds", (ended.Nanoseconds - started.Nanoseconds) * 1e-9), ("drift_volts_per_second", Last.DriftVoltsPerSecond),
            ("equilibrium", Last.Volts), ("equilibrium_uncertainty", Last.Uncertainty), ("equilibrium_kind", Last.Kind switch
            {
                EquilibriumKind.Settled => "settled",
                EquilibriumKind.Extrapolated => "extrapolated",
                _ => "unsettled",
            }));
    }

    /// <inheritdoc/>
    public void OnStepEnded(long nanoseconds, ResultPost post)
    {
    }

    /// <inheritdoc/>
    public void OnRunEnded(long nanoseconds, ResultPost post)
    {
    }

    void Post(ResultPost post, double volts, double noise, Place place, params ReadOnlySpan<(string, object)> details) =>
        post.Add("open_circuit_voltage", new(volts, Combine.Quadrature(noise, uncertainty.VoltageOffsetVolts, uncertainty.VoltageGainRelative * volts)), "V", [], place, details);
}
