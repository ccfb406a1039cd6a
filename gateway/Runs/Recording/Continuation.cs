using CoinRig.Control;
using CoinRig.Protocols;

namespace CoinRig.Runs;

/// <summary>What a recorder must know of a file to go on in it.</summary>
/// <param name="OpenBlock">The samples of the block that was being filled.</param>
/// <param name="LastChunk">Where in it the last chunk begins.</param>
/// <param name="LastSequence">The last sample's sequence number.</param>
/// <param name="LastPosition">The last marker's position.</param>
/// <param name="LastResultId">The last result's id.</param>
/// <param name="Definitions">What steps and segments were defined.</param>
/// <param name="Checkpoint">Where the run stood; null where nothing was recorded.</param>
/// <param name="Step">The step of the plan that was run; null before the first.</param>
sealed record Continuation(Sample[] OpenBlock, int LastChunk, long LastSequence, long LastPosition, long LastResultId,
    IReadOnlyList<(long Id, string Content)> Definitions, Checkpoint? Checkpoint, Step? Step)
{
    /// <summary>Reads it.</summary>
    public static Continuation Of(RunFileReader run, Step? step)
    {
        var last = run.LastSequence;
        var (block, lastChunk) = run.OpenBlock();
        var (position, result, definitions) = run.LastRows();
        return new(block, lastChunk, last, position, result, definitions, run.Checkpoint, step);
    }
}
