namespace CoinRig.Runs;

/// <summary>How a column of small integers becomes bytes.</summary>
interface IIntegerCode
{
    /// <summary>Writes integers.</summary>
    void Write(ChunkWriter writer, ReadOnlySpan<long> values);

    /// <summary>Reads integers; bytes that are none throw <see cref="InvalidDataException"/>.</summary>
    void Read(ref ChunkBytes bytes, Span<long> values);
}
