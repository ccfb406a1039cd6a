using CoinRig.Control;

namespace CoinRig.Runs;

/// <summary>A segment as a screen or an export shows it.</summary>
/// <param name="Started">How it began.</param>
/// <param name="Ended">How it ended; null while it runs.</param>
public sealed record SegmentRow(SegmentStarted Started, SegmentEnded? Ended);
