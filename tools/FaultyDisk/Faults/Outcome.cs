namespace CoinRig.FaultyDisk;

/// <summary>What becomes of an operation.</summary>
enum Outcome
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>It fails, and nothing of it happens.</summary>
    Failed,

    /// <summary>It fails after a part.</summary>
    Torn,

    /// <summary>It is said to be done and is not.</summary>
    Pretended,

    /// <summary>It is under way when everything stops; nobody hears how it went.</summary>
    Last,
}
