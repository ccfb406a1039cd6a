using System.Numerics;

namespace CoinRig.Runs;

/// <summary>
/// Small integers, to be compressed with what is beside them: first all low bytes, then all next bytes, and so on.
/// <code>
/// number of planes   planes of one byte for each integer
/// </code>
/// Signs are folded in (0, -1, 1, -2, ...), so that the bytes of a plane are alike and the high planes are mostly zero.
/// </summary>
sealed class IntegerPlanes : IIntegerCode
{
    const int MostPlanes = 8;

    /// <inheritdoc/>
    public void Write(ChunkWriter writer, ReadOnlySpan<long> values)
    {
        ulong all = 0;
        foreach (var value in values)
        {
            all |= Folded(value);
        }
        var planes = (64 - BitOperations.LeadingZeroCount(all) + 7) / 8;
        writer.Byte(planes);
        for (var plane = 0; plane < planes; plane++)
        {
            var bytes = writer.Reserve(values.Length);
            for (var i = 0; i < values.Length; i++)
            {
                bytes[i] = (byte)(Folded(values[i]) >> (8 * plane));
            }
        }
    }

    /// <inheritdoc/>
    public void Read(ref ChunkBytes bytes, Span<long> values)
    {
        var planes = bytes.Byte();
        if (planes > MostPlanes)
        {
            throw new InvalidDataException($"integers have {planes} bytes");
        }
        values.Clear();
        for (var plane = 0; plane < planes; plane++)
        {
            var from = bytes.Take(values.Length);
            for (var i = 0; i < values.Length; i++)
            {
                values[i] |= (long)from[i] << (8 * plane);
            }
        }
        foreach (ref var value in values)
        {
            value = (long)((ulong)value >> 1) ^ -(value & 1);
        }
    }

    static ulong Folded(long value) => (ulong)(value << 1) ^ (ulong)(value >> 63);
}
