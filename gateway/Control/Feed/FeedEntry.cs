namespace CoinRig.Control;

/// <summary>What a feed entry is.</summary>
public enum FeedKind
{
    /// <summary>A recorded sample.</summary>
    Sample,

    /// <summary>The integrals as they stand, so that a commit can hold them: a sample that is not a row.</summary>
    Checkpoint,

    /// <summary>A marker.</summary>
    Marker,

    /// <summary>A marker that was made before, with the time of the entry's sample; whoever reads the feed gets it as a marker.</summary>
    TimedMarker,
}

/// <summary>One entry of the feed from the scan to the recorder.</summary>
public struct FeedEntry
{
    /// <summary>What it is.</summary>
    public FeedKind Kind;

    /// <summary>The sample, or the state for a checkpoint.</summary>
    public Sample Sample;

    /// <summary>How the segment stands then, for a sample and a checkpoint.</summary>
    public SegmentState Segment;

    /// <summary>The marker, where it is one.</summary>
    public Marker? Marker;
}
