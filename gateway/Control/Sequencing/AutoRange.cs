using CoinRig.FrontEnd;
using CoinRig.Protocols;

namespace CoinRig.Control;

/// <summary>
/// Decides when the range of a segment with <c>range: auto</c> changes: up before a growing current leaves the range, down when it has
/// been small for a while. Between the two lies so much that noise about a threshold changes nothing.
/// </summary>
/// <param name="channel">The channel.</param>
sealed class AutoRange(IChannel channel)
{
    /// <summary>Up above this part of the range in use.</summary>
    const double RaisedPart = 0.95;

    /// <summary>Down below this part of the smaller range.</summary>
    const double LoweredPart = 0.6;

    /// <summary>Scans in a row that must agree: one disturbed reading changes nothing, and each change leaves a gap.</summary>
    const int RaisingScans = 2, LoweringScans = 20;

    CurrentRange? _largest;
    int _high;
    int _low;
    double _peak;

    /// <summary>The largest range of the segment.</summary>
    internal CurrentRange Largest => _largest ?? channel.Range;

    /// <summary>Whether the segment may go to a larger range than the one in use.</summary>
    internal bool CanRaise => _largest is { } largest && channel.IsConnected && channel.Range.FullScaleAmperes < largest.FullScaleAmperes;

    /// <summary>A segment begins.</summary>
    internal void Begin(Segment segment)
    {
        _largest = segment.Range.IsAuto ? SegmentRange.Of(channel.Reach, segment) : null;
        Forget();
    }

    /// <summary>The range has changed.</summary>
    internal void Forget() => (_high, _low, _peak) = (0, 0, 0);

    /// <summary>Takes a reading and says to which range to change; null where the one in use is right.</summary>
    /// <param name="amperes">Measured, A.</param>
    /// <param name="mayLower">False on a ramp, whose current is not yet the segment's.</param>
    internal CurrentRange? Wanted(double amperes, bool mayLower)
    {
        if (_largest is null)
        {
            return null;
        }
        var size = Math.Abs(amperes);
        _high = size > RaisedPart * channel.Range.FullScaleAmperes ? _high + 1 : 0;
        if (_high >= RaisingScans && CanRaise)
        {
            return Smallest(size / RaisedPart);
        }
        var index = IndexInUse();
        var isLow = mayLower && index > 0 && size < LoweredPart * channel.Reach.Ranges[index - 1].FullScaleAmperes;
        (_low, _peak) = isLow ? (_low + 1, Math.Max(_peak, size)) : (0, 0);
        return _low >= LoweringScans ? Smallest(_peak / LoweredPart) : null;
    }

    CurrentRange Smallest(double fullScaleAmperes)
    {
        var ranges = channel.Reach.Ranges;
        for (var i = 0; i < ranges.Count; i++)
        {
            if (ranges[i].FullScaleAmperes > fullScaleAmperes && ranges[i].FullScaleAmperes < Largest.FullScaleAmperes)
            {
                return ranges[i];
            }
        }
        return Largest;
    }

    int IndexInUse()
    {
        for (var i = 0; i < channel.Reach.Ranges.Count; i++)
        {
            if (ReferenceEquals(channel.Reach.Ranges[i], channel.Range))
            {
                return i;
            }
        }
        return 0;
    }
}
