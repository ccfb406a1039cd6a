using System.IO.Compression;

namespace CoinRig.Runs;

/// <summary>
/// Bytes behind Brotli (RFC 7932):
/// <code>
/// their number varint   Brotli stream
/// </code>
/// </summary>
static class Squeezing
{
    /// <summary>Above 5 it takes several times as long for a hundredth less.</summary>
    const int Quality = 5;

    /// <summary>2^18 bytes hold a whole block.</summary>
    const int WindowBits = 18;

    /// <summary>Squeezes bytes.</summary>
    /// <param name="bytes">Them.</param>
    /// <param name="writer">Where to.</param>
    internal static void Write(ReadOnlySpan<byte> bytes, ChunkWriter writer)
    {
        writer.Varint((ulong)bytes.Length);
        var before = writer.Length;
        var room = writer.Reserve(BrotliEncoder.GetMaxCompressedLength(bytes.Length));
        if (!BrotliEncoder.TryCompress(bytes, room, out var written, Quality, WindowBits))
        {
            throw new InvalidOperationException("Brotli did not keep to its own bound.");
        }
        writer.Length = before + written;
    }

    /// <summary>Gives the bytes back; what is no such stream throws <see cref="InvalidDataException"/>.</summary>
    /// <param name="squeezed">What was written.</param>
    /// <param name="most">More bytes than these are believed of no stream.</param>
    /// <param name="room">Where they are put.</param>
    internal static void Read(ReadOnlySpan<byte> squeezed, int most, ChunkWriter room)
    {
        var stream = new ChunkBytes(squeezed);
        var length = stream.Varint();
        if (length > (ulong)most)
        {
            throw new InvalidDataException($"{length} bytes are more than a chunk has");
        }
        if (!BrotliDecoder.TryDecompress(stream.Rest, room.Reserve((int)length), out var written) || written != (int)length)
        {
            throw new InvalidDataException("the compressed bytes end too early or are none");
        }
    }
}
