namespace CoinRig.Control;

/// <summary>What came of a scan.</summary>
enum SequencerOutcome
{
    /// <summary>The segment goes on.</summary>
    Goes,

    /// <summary>A new segment began, or the ramp to its first voltage.</summary>
    Began,

    /// <summary>The program is done.</summary>
    Done,
}
