using CoinRig.Clock;

namespace CoinRig.Faults;

/// <summary>What is wrong with the results that come over the bus.</summary>
sealed class BusFaults
{
    readonly Queue<int> _masks = new();
    readonly byte[] _stuck = new byte[3];
    long _holdUp;

    /// <summary>Whether every result is the one that was read last before.</summary>
    internal bool IsStuck { get; set; }

    /// <summary>How many results have come with wrong bits.</summary>
    internal int Glitches { get; private set; }

    /// <summary>Lets one of the next results come with wrong bits.</summary>
    internal void Glitch(int mask) => _masks.Enqueue(mask);

    /// <summary>Lets the program stand still before its next frame, ns.</summary>
    internal void HoldUp(long nanoseconds) => _holdUp = nanoseconds;

    internal void HoldUp(WorldClock clock)
    {
        var wait = _holdUp;
        _holdUp = 0;
        if (wait > 0)
        {
            clock.Wait(wait);
        }
    }

    internal void Disturb(Span<byte> result)
    {
        if (IsStuck)
        {
            _stuck.CopyTo(result);
        }
        else
        {
            result.CopyTo(_stuck);
        }
        if (_masks.TryDequeue(out var mask))
        {
            Glitches++;
            result[0] ^= (byte)(mask >> 16);
            result[1] ^= (byte)(mask >> 8);
            result[2] ^= (byte)mask;
        }
    }
}
