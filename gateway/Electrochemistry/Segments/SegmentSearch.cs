using CoinRig.Electrochemistry.Traces;

namespace CoinRig.Electrochemistry.Segments;

/// <summary>
/// Finds the steps of a trace that has no step numbers. A step of the current is a change between two rows that is large against its noise and has a
/// quiet row on at least one side; what lies between two of them has a constant current as far as that lasts, then a held voltage, a sweep (which ends
/// where it turns) or something else. One pass, each row a few times at most.
/// </summary>
public static class SegmentSearch
{
    /// <summary>The segments, in order and without gaps: each row belongs to one.</summary>
    /// <param name="trace">The rows, in the order of time.</param>
    /// <param name="restAmperes">Up to this a current is none, A; NaN: a part in 500 of the largest, less where rests are written as 0.</param>
    public static IReadOnlyList<TraceSegment> Of(Trace trace, double restAmperes = double.NaN)
    {
        if (trace.Length == 0)
        {
            return [];
        }
        var search = new SegmentBuilder(trace, new CurrentScale(trace), restAmperes);
        search.Run();
        return search.Timed();
    }
}
