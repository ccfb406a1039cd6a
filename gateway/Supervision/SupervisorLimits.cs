using System.Buffers.Binary;

namespace CoinRig.Supervision;

/// <summary>Limits as the link carries them.</summary>
/// <param name="LowestCell1">Channel 1, mV.</param>
/// <param name="HighestCell1">Channel 1, mV.</param>
/// <param name="LowestCell2">Channel 2, mV.</param>
/// <param name="HighestCell2">Channel 2, mV.</param>
/// <param name="LowestSupply">Supply, mV.</param>
/// <param name="HighestBoard">Board, tenths of a degree Celsius.</param>
public readonly record struct SupervisorLimits(short LowestCell1, short HighestCell1, short LowestCell2, short HighestCell2, short LowestSupply, short HighestBoard)
{
    /// <summary>Length in a message, bytes.</summary>
    public const int Length = 12;

    /// <summary>Reads them from a message.</summary>
    public static SupervisorLimits Read(ReadOnlySpan<byte> from) => new(Short(from, 0), Short(from, 2), Short(from, 4), Short(from, 6), Short(from, 8), Short(from, 10));

    /// <summary>Writes them into a message.</summary>
    public void Write(Span<byte> to)
    {
        BinaryPrimitives.WriteInt16LittleEndian(to, LowestCell1);
        BinaryPrimitives.WriteInt16LittleEndian(to[2..], HighestCell1);
        BinaryPrimitives.WriteInt16LittleEndian(to[4..], LowestCell2);
        BinaryPrimitives.WriteInt16LittleEndian(to[6..], HighestCell2);
        BinaryPrimitives.WriteInt16LittleEndian(to[8..], LowestSupply);
        BinaryPrimitives.WriteInt16LittleEndian(to[10..], HighestBoard);
    }

    static short Short(ReadOnlySpan<byte> from, int at) => BinaryPrimitives.ReadInt16LittleEndian(from[at..]);
}
