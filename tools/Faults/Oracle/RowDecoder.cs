using System.Buffers.Binary;
using System.IO.Compression;

namespace CoinRig.Faults;

/// <summary>
/// Reads the columns of a chunk, written after the page of the layout (gateway/Runs/README.md) and not after the gateway's own reader: it goes
/// bit by bit, and knows no shortcut. Layout 1 is that of a block that is filled, layout 2 that of a full one.
/// </summary>
sealed class RowDecoder
{
    const int Group = 32, Block = 256, Divided = 0x80, Full = 2;

    readonly byte[] _bytes;
    readonly bool _isFull;
    int _at;

    internal RowDecoder(byte[] chunk, int layout)
    {
        (_bytes, _isFull) = (chunk, layout == Full);
        if (_isFull)
        {
            var length = Varint();
            using var stream = new BrotliStream(new MemoryStream(chunk, _at, chunk.Length - _at), CompressionMode.Decompress);
            (_bytes, _at) = (new byte[length], 0);
            stream.ReadExactly(_bytes);
        }
    }

    /// <summary>All rows.</summary>
    internal Row[] Rows(long first, int count)
    {
        var times = Times(count);
        var offsets = Changes(count);
        var (volts, amperes) = (Readings(count), Readings(count));
        var coulombs = Integrals(count, i => coulombsAt(i, amperes, times, offsets));
        var joules = Integrals(count, i => (volts[i - 1] + volts[i]) / 2 * (coulombs[i] - coulombs[i - 1]));
        var (degrees, steps, segments, cycles, flags) = (Changes(count), Changes(count), Changes(count), Changes(count), Changes(count));
        if (_at != _bytes.Length)
        {
            throw new InvalidDataException("a chunk is longer than its rows");
        }
        return [.. Enumerable.Range(0, count).Select(i => new Row(first + i, times[i], times[i] + offsets[i], volts[i], amperes[i], coulombs[i], joules[i], ToDouble(degrees[i]),
            (int)steps[i], (int)segments[i], (int)cycles[i], (int)flags[i]))];

        static double coulombsAt(int i, double[] amperes, long[] times, long[] offsets) =>
            (amperes[i - 1] + amperes[i]) / 2 * (times[i] + offsets[i] - times[i - 1] - offsets[i - 1]) * 1e-9;
    }

    long[] Times(int count)
    {
        var time = Int64();
        var bends = Integers(count);
        var times = new long[count];
        long interval = 0;
        for (var i = 0; i < count; i++)
        {
            interval += bends[i];
            times[i] = time += i == 0 ? 0 : interval;
        }
        return times;
    }

    long[] Changes(int count)
    {
        var value = Int64();
        return [.. Integers(count).Select(change => value += change)];
    }

    double[] Readings(int count)
    {
        var readings = new double[count];
        var heads = new List<(bool IsOnGrid, double First, double Step)>();
        for (var at = 0; at < count; at += Block)
        {
            heads.Add(Head());
            if (!_isFull)
            {
                var length = Math.Min(Block, count - at);
                Restore(heads[^1], Integers(length), heads[^1].IsOnGrid ? Integers(length) : new long[length], readings.AsSpan(at, length));
            }
        }
        if (_isFull)
        {
            var (moves, roundings) = (Integers(count), Integers(count));
            for (var at = 0; at < count; at += Block)
            {
                var end = Math.Min(count, at + Block);
                Restore(heads[at / Block], moves[at..end], roundings[at..end], readings.AsSpan(at, end - at));
            }
        }
        return readings;
    }

    (bool IsOnGrid, double First, double Step) Head()
    {
        var isOnGrid = _bytes[_at++] == 1;
        var first = BitConverter.Int64BitsToDouble(Int64());
        return (isOnGrid, first, isOnGrid ? BitConverter.Int64BitsToDouble(Int64()) : 0);
    }

    static void Restore((bool IsOnGrid, double First, double Step) head, long[] moves, long[] roundings, Span<double> block)
    {
        long sum = 0;
        for (var i = 0; i < block.Length; i++)
        {
            sum += moves[i];
            block[i] = head.IsOnGrid ? ToDouble(ToOrdinal(head.First + sum * head.Step) + roundings[i]) : ToDouble(ToOrdinal(head.First) + sum);
        }
    }

    double[] Integrals(int count, Func<int, double> expectedChange)
    {
        var values = new double[count];
        values[0] = BitConverter.Int64BitsToDouble(Int64());
        var corrections = Integers(count);
        for (var i = 1; i < count; i++)
        {
            // The change of a second integral looks at the first one, which is complete by then.
            var expected = values[i - 1] + expectedChange(i);
            values[i] = ToDouble(ToOrdinal(double.IsFinite(expected) ? expected : 0) + corrections[i]);
        }
        return values;
    }

    long[] Integers(int count) => _isFull ? Planes(count) : Groups(count);

    long[] Planes(int count)
    {
        int planes = _bytes[_at++];
        var folded = new ulong[count];
        for (var i = 0; i < planes * count; i++)
        {
            folded[i % count] |= (ulong)_bytes[_at++] << (8 * (i / count));
        }
        return [.. folded.Select(Unfold)];
    }

    long[] Groups(int count)
    {
        var values = new List<long>(count);
        while (values.Count < count)
        {
            int header = _bytes[_at++];
            if (header == 0)
            {
                var zeros = _bytes[_at++] * Group;
                values.AddRange(Enumerable.Repeat(0L, Math.Min(zeros, count - values.Count)));
                continue;
            }
            var divisor = (header & Divided) != 0 ? Varint() : 1;
            ReadGroup(values, header & ~Divided, divisor, Math.Min(Group, count - values.Count));
        }
        return [.. values];
    }

    void ReadGroup(List<long> values, int width, long divisor, int count)
    {
        var bit = 8L * _at;
        for (var i = 0; i < count; i++)
        {
            ulong folded = 0;
            for (var b = 0; b < width; b++, bit++)
            {
                folded |= (ulong)(_bytes[bit / 8] >> (int)(bit % 8) & 1) << b;
            }
            values.Add(Unfold(folded) * divisor);
        }
        _at = (int)((bit + 7) / 8);
    }

    static long Unfold(ulong folded) => folded % 2 == 0 ? (long)(folded / 2) : -(long)(folded / 2) - 1;

    long Varint()
    {
        long value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = _bytes[_at++];
            value |= (long)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }

    long Int64()
    {
        var value = BinaryPrimitives.ReadInt64LittleEndian(_bytes.AsSpan(_at));
        _at += 8;
        return value;
    }

    static long ToOrdinal(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        return bits < 0 ? bits ^ long.MaxValue : bits;
    }

    static double ToDouble(long ordinal) => BitConverter.Int64BitsToDouble(ordinal < 0 ? ordinal ^ long.MaxValue : ordinal);
}
