using System.Buffers.Binary;

namespace CoinRig.Gateway;

/// <summary>The pHYs chunk of a PNG (ISO/IEC 15948, 11.3.5.3), which says how large it is on paper.</summary>
static class PngDensity
{
    /// <summary>Signature (8) and the chunk IHDR (25), which must be the first.</summary>
    const int AfterHeader = 33;

    /// <summary>Gives a PNG that says its density.</summary>
    /// <param name="png">A PNG without one.</param>
    /// <param name="pixelsInMetre">Pixels in a metre, both ways.</param>
    public static byte[] Set(byte[] png, double pixelsInMetre)
    {
        var chunk = new byte[21];
        BinaryPrimitives.WriteUInt32BigEndian(chunk, 9);
        "pHYs"u8.CopyTo(chunk.AsSpan(4));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8), (uint)Math.Round(pixelsInMetre));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(12), (uint)Math.Round(pixelsInMetre));
        chunk[16] = 1;
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(17), Crc(chunk.AsSpan(4, 13)));
        return [.. png.AsSpan(0, AfterHeader), .. chunk, .. png.AsSpan(AfterHeader)];
    }

    /// <summary>CRC-32 of ISO 3309, reflected.</summary>
    static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ (0xEDB88320 & (uint)-(int)(crc & 1));
            }
        }
        return ~crc;
    }
}
