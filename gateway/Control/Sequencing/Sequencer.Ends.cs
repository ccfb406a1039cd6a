using CoinRig.Protocols;

namespace CoinRig.Control;

/// <summary>Which conditions end a segment, and when.</summary>
sealed partial class Sequencer
{
    /// <summary>The smallest slope of a segment says over how long all its slopes are measured.</summary>
    static double LongestWindow(IReadOnlyList<EndCondition> conditions) =>
        conditions.SelectMany(c => c.Parts).Select(c => c.WindowSeconds).DefaultIfEmpty(0).Max();

    long EarliestEnd(IReadOnlyList<EndCondition> conditions)
    {
        var earliest = Never;
        for (var i = 0; i < conditions.Count; i++)
        {
            earliest = Math.Min(earliest, EndOf(conditions[i]));
        }
        return earliest;
    }

    /// <summary>When a condition ends the segment by time; never where it looks at something else.</summary>
    long EndOf(EndCondition condition) => !condition.Above ? Never : condition.Quantity switch
    {
        Measured.SegmentTime => After(_conditions.SegmentStart, condition.Threshold),
        Measured.StepTime => After(_conditions.StepStart, condition.Threshold),
        _ => Never,
    };

    /// <summary>A time so many seconds after another; never where nanoseconds do not reach that far (292 years), instead of one in the past.</summary>
    static long After(long start, double seconds) => seconds * 1e9 < Never - Math.Max(start, 0) ? start + (long)(seconds * 1e9) : Never;

    bool FirstMet(IReadOnlyList<EndCondition> conditions, in Scan scan, out EndCondition met, out long when)
    {
        for (var i = 0; i < conditions.Count; i++)
        {
            if (_returning > 0 && conditions[i].Quantity is (Measured.Current or Measured.AbsoluteCurrent))
            {
                continue;
            }
            if (_conditions.IsMet(conditions[i], _last, scan, out when))
            {
                met = conditions[i];
                return true;
            }
        }
        met = null!;
        when = 0;
        return false;
    }
}
