using CoinRig.FrontEnd;
using CoinRig.Protocols;

namespace CoinRig.Control;

/// <summary>Which of a channel's current ranges a segment uses.</summary>
static class SegmentRange
{
    /// <summary>A range is told from another by more than this part.</summary>
    const double SamePart = 1e-3;

    /// <summary>What stands for the range's name in a segment whose range follows the current.</summary>
    internal const string AutoName = "auto";

    /// <summary>The range that the segment names, or that of its largest expected current; null where it names one that the channel does not have.</summary>
    internal static CurrentRange? Find(ChannelReach reach, Segment segment)
    {
        if (segment.Range.FullScaleAmperes == 0)
        {
            return reach.RangeFor(segment.LargestExpectedAmperes);
        }
        for (var i = 0; i < reach.Ranges.Count; i++)
        {
            if (Math.Abs(reach.Ranges[i].FullScaleAmperes / segment.Range.FullScaleAmperes - 1) < SamePart)
            {
                return reach.Ranges[i];
            }
        }
        return null;
    }

    /// <summary>The range of a segment of a plan that fits the channel; of one whose range follows the current the largest.</summary>
    internal static CurrentRange Of(ChannelReach reach, Segment segment) => Find(reach, segment)
        ?? throw new InvalidOperationException("A plan is checked against its channel before it runs.");

    /// <summary>Every range that a segment may use.</summary>
    internal static IEnumerable<CurrentRange> All(ChannelReach reach, Segment segment)
    {
        var largest = Of(reach, segment);
        return segment.Range.IsAuto ? reach.Ranges.Where(r => r.FullScaleAmperes <= largest.FullScaleAmperes) : [largest];
    }
}
