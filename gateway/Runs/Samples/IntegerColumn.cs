using System.Numerics;

namespace CoinRig.Runs;

/// <summary>
/// Small integers, packed. Groups of 32 share a bit width and a common divisor:
/// <code>
/// group   width | 0x80 if divided   [divisor varint]   32 x width bits, low ones first
/// zeros   0                          number of groups that are all zero
/// </code>
/// Signs are folded in (0, -1, 1, -2, ...). The last group holds what is left.
/// </summary>
sealed class IntegerColumn : IIntegerCode
{
    const int Group = 32;
    const int Divided = 0x80;
    const int MostZeroGroups = 255;

    /// <inheritdoc/>
    public void Write(ChunkWriter writer, ReadOnlySpan<long> values)
    {
        var zeroGroups = 0;
        for (var at = 0; at < values.Length; at += Group)
        {
            var group = values.Slice(at, Math.Min(Group, values.Length - at));
            if (group.IndexOfAnyExcept(0L) < 0 && zeroGroups < MostZeroGroups)
            {
                zeroGroups++;
                continue;
            }
            WriteZeros(writer, ref zeroGroups);
            WriteGroup(writer, group);
        }
        WriteZeros(writer, ref zeroGroups);
    }

    /// <inheritdoc/>
    public void Read(ref ChunkBytes bytes, Span<long> values)
    {
        for (var at = 0; at < values.Length;)
        {
            var header = bytes.Byte();
            if (header == 0)
            {
                var end = Math.Min(values.Length, at + bytes.Byte() * Group);
                values[at..end].Clear();
                at = end > at ? end : throw new InvalidDataException("a run of zeros is empty");
                continue;
            }
            var group = values.Slice(at, Math.Min(Group, values.Length - at));
            var divisor = (header & Divided) != 0 ? (long)bytes.Varint() : 1;
            ReadGroup(ref bytes, header & ~Divided, divisor, group);
            at += Group;
        }
    }

    static void WriteZeros(ChunkWriter writer, ref int groups)
    {
        if (groups > 0)
        {
            writer.Byte(0);
            writer.Byte(groups);
            groups = 0;
        }
    }

    static void WriteGroup(ChunkWriter writer, ReadOnlySpan<long> group)
    {
        var divisor = CommonDivisor(group);
        Span<ulong> folded = stackalloc ulong[group.Length];
        ulong all = 0;
        for (var i = 0; i < group.Length; i++)
        {
            var value = divisor > 1 ? group[i] / divisor : group[i];
            folded[i] = (ulong)(value << 1) ^ (ulong)(value >> 63);
            all |= folded[i];
        }
        // A group of nothing but zeros comes here only after 255 others; width 1 keeps it apart from a run of zeros.
        var width = Math.Max(1, 64 - BitOperations.LeadingZeroCount(all));
        writer.Byte(divisor > 1 ? width | Divided : width);
        if (divisor > 1)
        {
            writer.Varint((ulong)divisor);
        }
        Pack(folded, width, writer.Reserve((group.Length * width + 7) / 8));
    }

    static void Pack(ReadOnlySpan<ulong> folded, int width, Span<byte> target)
    {
        ulong waiting = 0;
        var bits = 0;
        var at = 0;
        foreach (var value in folded)
        {
            waiting |= value << bits;
            var filled = bits + width;
            if (filled >= 64)
            {
                BitConverter.TryWriteBytes(target[at..], waiting);
                at += 8;
                filled -= 64;
                // A shift by 64 would leave the value as it is.
                waiting = filled == 0 ? 0 : value >> (width - filled);
            }
            bits = filled;
        }
        for (; bits > 0; bits -= 8, waiting >>= 8)
        {
            target[at++] = (byte)waiting;
        }
    }

    static void ReadGroup(ref ChunkBytes bytes, int width, long divisor, Span<long> group)
    {
        if (width is < 1 or > 64)
        {
            throw new InvalidDataException($"a bit width is {width}");
        }
        var source = bytes.Take((group.Length * width + 7) / 8);
        var mask = width == 64 ? ulong.MaxValue : (1UL << width) - 1;
        ulong waiting = 0;
        var bits = 0;
        var at = 0;
        for (var i = 0; i < group.Length; i++)
        {
            var folded = waiting;
            var have = bits;
            if (have < width)
            {
                (waiting, bits) = Next(source, ref at);
                folded |= waiting << have;
                var used = width - have;
                waiting = used == 64 ? 0 : waiting >> used;
                bits -= used;
            }
            else
            {
                waiting >>= width;
                bits -= width;
            }
            folded &= mask;
            group[i] = ((long)(folded >> 1) ^ -(long)(folded & 1)) * divisor;
        }
    }

    static (ulong Word, int Bits) Next(ReadOnlySpan<byte> source, ref int at)
    {
        var left = Math.Min(8, source.Length - at);
        ulong word = 0;
        for (var i = 0; i < left; i++)
        {
            word |= (ulong)source[at + i] << (8 * i);
        }
        at += left;
        return (word, 8 * left);
    }

    static long CommonDivisor(ReadOnlySpan<long> group)
    {
        ulong divisor = 0;
        foreach (var value in group)
        {
            for (var other = (ulong)Math.Abs(Math.Max(value, -long.MaxValue)); other != 0;)
            {
                (divisor, other) = (other, divisor % other);
            }
            if (divisor == 1 || value == long.MinValue)
            {
                return 1;
            }
        }
        return (long)divisor;
    }
}
