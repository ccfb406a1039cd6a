using CoinRig.Clock;
using CoinRig.Supervision;

namespace CoinRig.Gateway;

/// <summary>
/// One direction of an emulated serial line at 115200 baud: a byte takes 10 bits, plus a delay, and may be lost, flipped or come twice. All of its chance
/// comes from the seed.
/// </summary>
/// <param name="seed">The seed.</param>
sealed class EmulatedLine(int seed)
{
    const long ByteNanoseconds = 10 * 1_000_000_000L / 115_200;

    readonly Random _random = new(seed);
    readonly Queue<(long At, byte Value)> _onTheWay = new();
    long _last;
    double _badPart;
    long _goodYet = long.MaxValue;

    /// <summary>What each byte takes longer on a line that nothing is wrong with, ns.</summary>
    internal const long UsualDelayNanoseconds = 500_000;

    /// <summary>What each byte takes longer, ns.</summary>
    internal long DelayNanoseconds { get; set; } = UsualDelayNanoseconds;

    /// <summary>The part of the bytes that are lost, flipped in one bit, or come twice, each.</summary>
    internal double BadPart
    {
        get => _badPart;
        set => (_badPart, _goodYet) = (value, GoodOnes(value));
    }

    /// <summary>Whether the line is cut.</summary>
    internal bool IsCut { get; set; }

    /// <summary>How many bytes did not arrive as they were sent.</summary>
    internal long Spoiled { get; private set; }

    /// <summary>When the last byte that was sent arrives, ns.</summary>
    internal long LastArrival => _last;

    /// <summary>Sends bytes.</summary>
    internal void Write(ReadOnlySpan<byte> bytes, long now)
    {
        foreach (var value in bytes)
        {
            _last = Math.Max(_last + ByteNanoseconds, now + ByteNanoseconds + DelayNanoseconds);
            if (IsCut || Happens())
            {
                Spoiled++;
                continue;
            }
            var flipped = Happens();
            var twice = Happens();
            var arriving = flipped ? (byte)(value ^ (1 << _random.Next(8))) : value;
            // The zero between two frames may come twice.
            Spoiled += flipped || (twice && arriving != 0) ? 1 : 0;
            _onTheWay.Enqueue((_last, arriving));
            if (twice)
            {
                _onTheWay.Enqueue((_last, arriving));
            }
        }
    }

    /// <summary>Takes what has arrived.</summary>
    internal int Read(Span<byte> to, long now)
    {
        var count = 0;
        while (count < to.Length && _onTheWay.TryPeek(out var next) && next.At <= now)
        {
            to[count++] = _onTheWay.Dequeue().Value;
        }
        return count;
    }

    bool Happens()
    {
        if (_goodYet > 0)
        {
            _goodYet--;
            return false;
        }
        _goodYet = GoodOnes(_badPart);
        return true;
    }

    /// <summary>How many turn out well before the next one that does not: one draw for all of them.</summary>
    long GoodOnes(double badPart) => badPart <= 0 ? long.MaxValue : (long)Math.Min(Math.Log(1 - _random.NextDouble()) / Math.Log(1 - badPart), 1e15);

    /// <summary>One end of two such directions.</summary>
    internal sealed class End(EmulatedLine from, EmulatedLine to, IRigClock clock) : ISerialLine
    {
        /// <inheritdoc/>
        public int Read(Span<byte> bytes) => from.Read(bytes, clock.Nanoseconds);

        /// <inheritdoc/>
        public void Write(ReadOnlySpan<byte> bytes) => to.Write(bytes, clock.Nanoseconds);
    }
}
