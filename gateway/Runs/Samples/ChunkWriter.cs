using System.Buffers.Binary;

namespace CoinRig.Runs;

/// <summary>Appends to a buffer that is used again for every chunk and grows where it must.</summary>
sealed class ChunkWriter
{
    byte[] _buffer = new byte[65536];

    /// <summary>Bytes written.</summary>
    public int Length { get; set; }

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, Length);

    /// <summary>Writes a byte.</summary>
    public void Byte(int value) => Reserve(1)[0] = (byte)value;

    /// <summary>Writes eight bytes.</summary>
    public void Int64(long value) => BinaryPrimitives.WriteInt64LittleEndian(Reserve(8), value);

    /// <summary>Writes the bits of a double.</summary>
    public void Double(double value) => Int64(BitConverter.DoubleToInt64Bits(value));

    /// <summary>Writes an unsigned integer, seven bits a byte, low ones first.</summary>
    public void Varint(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            Byte((int)(value & 0x7F) | 0x80);
        }
        Byte((int)value);
    }

    /// <summary>Room for <paramref name="count"/> bytes that the caller fills.</summary>
    public Span<byte> Reserve(int count)
    {
        if (Length + count > _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Max(2 * _buffer.Length, Length + count));
        }
        var span = _buffer.AsSpan(Length, count);
        Length += count;
        return span;
    }
}
