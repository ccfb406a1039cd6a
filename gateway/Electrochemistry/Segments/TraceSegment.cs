namespace CoinRig.Electrochemistry.Segments;

/// <summary>A stretch of rows in which one thing drove the cell.</summary>
/// <param name="Kind">What drove it.</param>
/// <param name="First">Its first row.</param>
/// <param name="End">The row behind its last.</param>
/// <param name="StartSeconds">Time zero of the step: the moment at which the current changed, not the first row after it, s.</param>
/// <param name="EndSeconds">The moment at which the next step began, s; of the last segment the time of its last row.</param>
/// <param name="MeanAmperes">Mean of the current's rows, A.</param>
public readonly record struct TraceSegment(SegmentKind Kind, int First, int End, double StartSeconds, double EndSeconds, double MeanAmperes)
{
    /// <summary>Standard uncertainty of <see cref="StartSeconds"/>, s: what the rows leave open.</summary>
    public double StartUncertaintySeconds { get; init; }

    /// <summary>Its rows.</summary>
    public Range Rows => First..End;

    /// <summary>Number of its rows.</summary>
    public int Count => End - First;

    /// <summary>From the moment of its beginning to that of its end, s.</summary>
    public double Seconds => EndSeconds - StartSeconds;
}
