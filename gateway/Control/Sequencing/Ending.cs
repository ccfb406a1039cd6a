namespace CoinRig.Control;

/// <summary>Why and when a segment ended.</summary>
/// <param name="Seen">When the scan saw it, on the rig's clock, ns.</param>
/// <param name="Condition">When the condition was met, interpolated between scans, ns.</param>
/// <param name="Reason">Why.</param>
/// <param name="Text">The condition or cause in words.</param>
sealed record Ending(long Seen, long Condition, EndReason Reason, string Text)
{
    /// <summary>The jump that the condition makes; null where it makes none.</summary>
    internal int? Jump { get; init; }
}
