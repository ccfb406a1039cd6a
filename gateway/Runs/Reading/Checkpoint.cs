using CoinRig.Control;

namespace CoinRig.Runs;

/// <summary>Where a run stood at its last commit: enough to go on from there.</summary>
/// <param name="State">The last sample or state: time, integrals, step, segment and cycle. Its sequence is that of the last sample.</param>
/// <param name="Position">Where the program stood; null before the first step.</param>
/// <param name="Segment">How the segment of that state stood.</param>
public sealed record Checkpoint(Sample State, ProgramPosition? Position, SegmentState Segment);
