using CoinRig.Electrochemistry.Segments;

namespace CoinRig.Electrochemistry.Ici;

/// <summary>Which rests are interruptions: short beside the constant currents before and after them, which are the same.</summary>
public static class InterruptionPattern
{
    const double LongestRest = 0.25, LargestChange = 0.02;

    /// <summary>Whether each segment is an interruption.</summary>
    public static bool[] Of(IReadOnlyList<TraceSegment> segments)
    {
        var interruptions = new bool[segments.Count];
        for (var i = 1; i < segments.Count; i++)
        {
            interruptions[i] = segments[i].Kind == SegmentKind.Rest && segments[i - 1].Kind == SegmentKind.ConstantCurrent
                && segments[i].Seconds <= LongestRest * Math.Max(segments[i - 1].Seconds, i >= 3 && interruptions[i - 2] ? segments[i - 3].Seconds : 0)
                && (i + 1 == segments.Count ? i >= 2 && interruptions[i - 2] : IsSame(segments[i - 1], segments[i + 1]));
        }
        return interruptions;
    }

    static bool IsSame(in TraceSegment before, in TraceSegment after) =>
        after.Kind == SegmentKind.ConstantCurrent && Math.Abs(after.MeanAmperes / before.MeanAmperes - 1) <= LargestChange;
}
