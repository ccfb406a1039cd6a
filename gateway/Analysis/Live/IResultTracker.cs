using CoinRig.Control;

namespace CoinRig.Analysis;

/// <summary>Follows a run for one family of results. All calls come in the order of the feed.</summary>
interface IResultTracker
{
    /// <summary>A step begins.</summary>
    void OnStepStarted(StepStarted step, ResultPost post);

    /// <summary>A segment begins.</summary>
    void OnSegmentStarted(SegmentStarted segment, ResultPost post);

    /// <summary>A sample of the segment that runs.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="seconds">Its voltage's time since the segment's set value was written, s.</param>
    void OnSample(in Sample sample, double seconds);

    /// <summary>The segment that runs ended.</summary>
    void OnSegmentEnded(SegmentStarted started, SegmentEnded ended, ResultPost post);

    /// <summary>The step or the run ended: what waits for more must be posted now.</summary>
    void OnStepEnded(long nanoseconds, ResultPost post);

    /// <summary>The run ended.</summary>
    void OnRunEnded(long nanoseconds, ResultPost post);
}
