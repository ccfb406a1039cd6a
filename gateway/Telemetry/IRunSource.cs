using CoinRig.Control;
using CoinRig.Runs;

namespace CoinRig.Telemetry;

/// <summary>What the publisher reads of a run, as often as it wants. Called from one thread at a time.</summary>
public interface IRunSource
{
    /// <summary>The run.</summary>
    RunHeader Header { get; }

    /// <summary>The last sequence number that is committed; 0 where there is none.</summary>
    long LastSequence { get; }

    /// <summary>Copies samples in order, as many as there are and fit.</summary>
    /// <returns>How many were copied.</returns>
    int ReadSamples(long afterSequence, Span<Sample> samples);

    /// <summary>Results in order, at most so many.</summary>
    IReadOnlyList<(long Id, ResultRow Row)> ReadResults(long afterId, int most);

    /// <summary>Events in order, at most so many.</summary>
    IReadOnlyList<(long Id, RigEvent Event)> ReadEvents(long afterId, int most);
}
