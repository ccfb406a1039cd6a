using CoinRig.Cells;
using CoinRig.Control;
using CoinRig.Runs;

namespace CoinRig.Analysis;

/// <summary>
/// Makes results of a run while it is recorded, or again from its file: samples and markers go in, in the order of the feed, rows come
/// out at the ends of segments and steps. Memory is constant however long the run is. A pulse's result waits for the rest after it and for the
/// next pulse, because its neighbours say how much the cell changed within it.
/// </summary>
public sealed class RunAnalyzer : IRunReader
{
    readonly IResultTracker[] _trackers;
    readonly List<double> _gaps = [];
    SegmentStarted? _segment;

    /// <summary>Makes an analyzer for one run.</summary>
    /// <param name="cell">The cell under test.</param>
    /// <param name="uncertainty">What the instrument may be off by.</param>
    public RunAnalyzer(Cell cell, MeasurementUncertainty uncertainty)
    {
        var rests = new RestTracker(uncertainty);
        _trackers =
        [
            rests,
            new ResistanceTracker(uncertainty),
            new TitrationTracker(CellGeometry.Of(cell), uncertainty, rests),
            new HalfCycleTracker(cell, uncertainty),
            new SweepTracker(cell, uncertainty),
        ];
    }

    /// <inheritdoc/>
    public string Name => "analysis";

    /// <inheritdoc/>
    public void OnSample(in Sample sample)
    {
        if (_segment is not { } segment || sample.StepCount != segment.StepCount || sample.SegmentCount != segment.SegmentCount || !double.IsFinite(sample.Volts))
        {
            return;
        }
        var seconds = (sample.VoltageNanoseconds - segment.Nanoseconds) * 1e-9;
        foreach (var tracker in _trackers)
        {
            tracker.OnSample(sample, seconds);
        }
    }

    /// <inheritdoc/>
    public void OnMarker(Marker marker, Action<ResultRow> post)
    {
        var results = new ResultPost(post, _gaps);
        switch (marker)
        {
            case RunResumed resumed:
                _gaps.Add(resumed.Nanoseconds * 1e-9);
                break;
            case StepStarted step:
                Each(t => t.OnStepStarted(step, results));
                break;
            case SegmentStarted segment:
                _segment = segment;
                Each(t => t.OnSegmentStarted(segment, results));
                break;
            case SegmentEnded ended when _segment is { } started && started.StepCount == ended.StepCount && started.SegmentCount == ended.SegmentCount:
                _segment = null;
                Each(t => t.OnSegmentEnded(started, ended, results));
                break;
            case StepEnded step:
                Each(t => t.OnStepEnded(step.Nanoseconds, results));
                break;
            case RunEnded run:
                _segment = null;
                Each(t => t.OnRunEnded(run.Nanoseconds, results));
                break;
        }
    }

    void Each(Action<IResultTracker> action)
    {
        foreach (var tracker in _trackers)
        {
            action(tracker);
        }
    }
}
