using System.Numerics;

namespace CoinRig.Control;

/// <summary>
/// Counts of durations in buckets of a fixed number, so that adding one allocates nothing however long a run is: 32 buckets an octave
/// of nanoseconds, so that a percentile is told at most 3.2 % too high, never too low.
/// </summary>
public sealed class LatenessHistogram
{
    const int BitsOfPart = 5;
    const int Parts = 1 << BitsOfPart;

    readonly long[] _counts = new long[(64 - BitsOfPart) * Parts];

    /// <summary>How many were added.</summary>
    public long Count { get; private set; }

    /// <summary>The largest that was added, ns, exactly.</summary>
    public long LargestNanoseconds { get; private set; }

    /// <summary>Adds one; what came early counts as punctual.</summary>
    public void Add(long nanoseconds)
    {
        var value = Math.Max(0, nanoseconds);
        _counts[IndexOf(value)]++;
        Count++;
        LargestNanoseconds = Math.Max(LargestNanoseconds, value);
    }

    /// <summary>The smallest value that at least this share of all do not exceed, ns, rounded up to the end of its bucket; 0 where there is none.</summary>
    /// <param name="share">0 to 1.</param>
    public long Percentile(double share)
    {
        var rank = Math.Max(1, (long)Math.Ceiling(share * Count));
        var seen = 0L;
        for (var i = 0; i < _counts.Length; i++)
        {
            seen += _counts[i];
            if (seen >= rank)
            {
                return Math.Min(EndOf(i), LargestNanoseconds);
            }
        }
        return LargestNanoseconds;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Array.Clear(_counts);
        Count = 0;
        LargestNanoseconds = 0;
    }

    static int IndexOf(long value)
    {
        if (value < Parts)
        {
            return (int)value;
        }
        var shift = BitOperations.Log2((ulong)value) - BitsOfPart;
        return shift * Parts + (int)(value >> shift);
    }

    static long EndOf(int index)
    {
        if (index < 2 * Parts)
        {
            return index;
        }
        var shift = index / Parts - 1;
        return ((long)(Parts + index % Parts + 1) << shift) - 1;
    }
}
