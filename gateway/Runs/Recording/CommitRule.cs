using CoinRig.Clock;

namespace CoinRig.Runs;

/// <summary>When the recorder commits. Alarms and the end of the run are committed at once under every rule.</summary>
/// <param name="Samples">At the latest when this many samples wait.</param>
/// <param name="Nanoseconds">At the latest when what waits is this old, by the times of the feed.</param>
/// <param name="OnStepChange">At once when a step begins.</param>
public sealed record CommitRule(int Samples, long Nanoseconds, bool OnStepChange)
{
    /// <summary>For the twin at full speed.</summary>
    public static CommitRule FullSpeed { get; } = new(SampleChunk.MostSamples, long.MaxValue, false);

    /// <summary>For hardware: once a second.</summary>
    public static CommitRule EverySecond { get; } = new(SampleChunk.MostSamples, RigClockExtensions.Second, true);

    /// <summary>For hardware: every so many seconds, which is what a power cut costs at most.</summary>
    public static CommitRule Every(int seconds) => EverySecond with { Nanoseconds = seconds * RigClockExtensions.Second };

    /// <summary>For the twin held back to <paramref name="factor"/> times real time: about once a second of a person's time.</summary>
    public static CommitRule Paced(double factor) => new(SampleChunk.MostSamples, (long)Math.Min(1e18, factor * RigClockExtensions.Second), false);
}
