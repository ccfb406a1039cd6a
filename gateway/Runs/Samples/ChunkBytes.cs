using System.Buffers.Binary;

namespace CoinRig.Runs;

/// <summary>Reads what <see cref="ChunkWriter"/> wrote; a chunk that ends too early throws <see cref="InvalidDataException"/>.</summary>
ref struct ChunkBytes(ReadOnlySpan<byte> rest)
{
    ReadOnlySpan<byte> _rest = rest;

    /// <summary>Whether everything was read.</summary>
    public readonly bool AtEnd => _rest.IsEmpty;

    /// <summary>All that is left.</summary>
    public readonly ReadOnlySpan<byte> Rest => _rest;

    /// <summary>Reads a byte.</summary>
    public int Byte() => Take(1)[0];

    /// <summary>Reads eight bytes.</summary>
    public long Int64() => BinaryPrimitives.ReadInt64LittleEndian(Take(8));

    /// <summary>Reads the bits of a double.</summary>
    public double Double() => BitConverter.Int64BitsToDouble(Int64());

    /// <summary>Reads an unsigned integer.</summary>
    public ulong Varint()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = Byte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
        throw new InvalidDataException("an integer is too long");
    }

    /// <summary>The next bytes.</summary>
    public ReadOnlySpan<byte> Take(int count)
    {
        if (count > _rest.Length)
        {
            throw new InvalidDataException("the chunk ends too early");
        }
        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
