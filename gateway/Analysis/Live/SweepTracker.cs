using CoinRig.Cells;
using CoinRig.Control;
using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Uncertainty;
using CoinRig.Electrochemistry.Voltammetry;
using CoinRig.Protocols;

namespace CoinRig.Analysis;

/// <summary>Follows sweeps: the peaks of each.</summary>
sealed class SweepTracker(Cell cell, MeasurementUncertainty uncertainty) : IResultTracker
{
    readonly SweepReading _reading = new();
    (int Step, int Segment, double Slope) _last;
    double _startSeconds;
    bool _sweeping;
    bool _clipped;

    /// <inheritdoc/>
    public void OnStepStarted(StepStarted step, ResultPost post)
    {
    }

    /// <inheritdoc/>
    public void OnSegmentStarted(SegmentStarted segment, ResultPost post)
    {
        _sweeping = segment.Segment.Role == SegmentRole.Sweep;
        if (_sweeping)
        {
            var slope = segment.Segment.Set.SlopePerSecond;
            _reading.Begin(follows: segment.StepCount == _last.Step && segment.SegmentCount == _last.Segment + 1 && slope * _last.Slope < 0);
            _last = (segment.StepCount, segment.SegmentCount, slope);
            _startSeconds = segment.Nanoseconds * 1e-9;
            _clipped = false;
        }
    }

    /// <inheritdoc/>
    public void OnSample(in Sample sample, double seconds)
    {
        if (_sweeping && seconds >= 0)
        {
            _reading.Add(_startSeconds + seconds, sample.Volts, sample.Amperes);
            _clipped |= (sample.Flags & (SampleFlags.Clipped | SampleFlags.Paused)) != 0;
        }
    }

    /// <inheritdoc/>
    public void OnSegmentEnded(SegmentStarted started, SegmentEnded ended, ResultPost post)
    {
        if (!_sweeping)
        {
            return;
        }
        _sweeping = false;
        foreach (var peak in _reading.End(Math.Abs(started.Segment.Set.SlopePerSecond)))
        {
            Post(peak, started, ended, post);
        }
    }

    void Post(SweepPeak peak, SegmentStarted started, SegmentEnded ended, ResultPost post)
    {
        IReadOnlyList<Flag> flags = _clipped ? [.. peak.Flags, Flag.Clipped] : peak.Flags;
        var rate = Math.Abs(started.Segment.Set.SlopePerSecond);
        var place = new Place(started.Cycle, started.StepCount, ended.Nanoseconds * 1e-9) { Readings = (started.Nanoseconds * 1e-9, ended.Nanoseconds * 1e-9) };
        var current = uncertainty.Current(started.Range);
        var potential = new Estimate(peak.Potential.Value,
            Combine.Quadrature(Finite(peak.Potential.Uncertainty), uncertainty.VoltageOffsetVolts, uncertainty.VoltageGainRelative * peak.Potential.Value));
        (string, object)[] details =
        [
            ("branch", peak.IsAnodic ? "anodic" : "cathodic"), ("rate", rate), ("pass", started.Segment.Pass + 1.0),
            ("baseline_current", peak.BaselineAmperes ?? double.NaN), ("voltage", potential.Value),
        ];
        post.Add("peak_potential", potential, "V", flags, place, details);
        PostCurrent("peak_current", peak.Current);
        if (peak.Height is { } height)
        {
            PostCurrent("peak_height", height);
        }

        void PostCurrent(string name, Estimate found) => post.Add(name,
            new(found.Value, Combine.Quadrature(Finite(found.Uncertainty), current.OffsetAmperes, current.GainRelative * found.Value)), "A", flags, place,
            [.. details, ("specific_current", cell.ActiveMass is { } mass ? found.Value / (1e3 * mass.Value) : double.NaN)]);
    }

    /// <inheritdoc/>
    public void OnStepEnded(long nanoseconds, ResultPost post)
    {
    }

    /// <inheritdoc/>
    public void OnRunEnded(long nanoseconds, ResultPost post)
    {
    }

    static double Finite(double value) => double.IsFinite(value) ? value : 0;
}
