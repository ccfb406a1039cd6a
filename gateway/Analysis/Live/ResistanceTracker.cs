using CoinRig.Control;
using CoinRig.Electrochemistry.Resistance;
using CoinRig.Electrochemistry.Results;
using CoinRig.Protocols;

namespace CoinRig.Analysis;

/// <summary>Follows changes of the current: what resistance they show 1 s and 10 s after the write.</summary>
sealed class ResistanceTracker(MeasurementUncertainty uncertainty) : IResultTracker
{
    const double SmallestStepAmperes = 1e-7;
    const double EarliestForOhmicSeconds = 1e-4;
    static readonly double[] AtSeconds = [1, 10];
    readonly double[] _volts = new double[AtSeconds.Length];
    int _found;
    bool _watching;
    double _beforeSeconds;
    double _beforeVolts;
    double _firstSeconds;
    double _amperes;

    /// <inheritdoc/>
    public void OnStepStarted(StepStarted step, ResultPost post)
    {
    }

    /// <inheritdoc/>
    public void OnSegmentStarted(SegmentStarted segment, ResultPost post)
    {
        var after = segment.Segment.Mode == ControlMode.OpenCircuit ? 0 : segment.SetValue;
        _watching = segment.Segment.Mode is ControlMode.Current or ControlMode.OpenCircuit
            && Math.Abs(after - segment.AmperesBefore) > SmallestStepAmperes && double.IsFinite(segment.VoltsBefore);
        (_found, _beforeSeconds, _firstSeconds, _amperes) = (0, double.NaN, double.NaN, after);
    }

    /// <inheritdoc/>
    public void OnSample(in Sample sample, double seconds)
    {
        if (!_watching || _found == AtSeconds.Length || seconds < 0)
        {
            return;
        }
        if (double.IsNaN(_firstSeconds))
        {
            _firstSeconds = seconds;
        }
        while (_found < AtSeconds.Length && seconds >= AtSeconds[_found])
        {
            var at = AtSeconds[_found];
            // A reading much later than asked for does not show this time; the row is then left out.
            var share = (at - _beforeSeconds) / (seconds - _beforeSeconds);
            _volts[_found++] = seconds == at ? sample.Volts : _beforeSeconds > 0.3 * at || seconds < 1.5 * at ? _beforeVolts + share * (sample.Volts - _beforeVolts) : double.NaN;
        }
        (_beforeSeconds, _beforeVolts) = (seconds, sample.Volts);
        if (sample.Flags.HasFlag(SampleFlags.OpenCircuit))
        {
            _amperes = 0;
        }
        else if (seconds >= 0.5 || _found == 0)
        {
            _amperes = sample.Amperes;
        }
    }

    /// <inheritdoc/>
    public void OnSegmentEnded(SegmentStarted started, SegmentEnded ended, ResultPost post)
    {
        if (!_watching)
        {
            return;
        }
        _watching = false;
        var after = started.Segment.Mode == ControlMode.OpenCircuit ? 0 : _amperes;
        if (!(Math.Abs(after - started.AmperesBefore) > SmallestStepAmperes))
        {
            return;
        }
        var gain = Electrochemistry.Uncertainty.Combine.Quadrature(uncertainty.Current(started.Range).GainRelative, uncertainty.VoltageGainRelative);
        IReadOnlyList<Flag> flags = _firstSeconds > EarliestForOhmicSeconds ? [Flag.ChargeTransferIncluded] : [];
        for (var i = 0; i < _found; i++)
        {
            var r = StepResistance.Of(started.VoltsBefore, _volts[i], started.AmperesBefore, after, uncertainty.NoiseVolts, gain);
            post.Add("step_resistance", r, "ohm", flags, new(started.Cycle, started.StepCount, started.Nanoseconds * 1e-9 + AtSeconds[i]) { Readings = (started.Nanoseconds * 1e-9, started.Nanoseconds * 1e-9 + AtSeconds[i]) },
                ("at_seconds", AtSeconds[i]), ("voltage", started.VoltsBefore), ("current_step", after - started.AmperesBefore),
                ("branch", after - started.AmperesBefore > 0 ? "charge" : "discharge"));
        }
    }

    /// <inheritdoc/>
    public void OnStepEnded(long nanoseconds, ResultPost post)
    {
    }

    /// <inheritdoc/>
    public void OnRunEnded(long nanoseconds, ResultPost post)
    {
    }
}
