namespace CoinRig.Firmware;

/// <summary>CRC-16/CCITT-FALSE: polynomial 0x1021, begins with 0xFFFF, nothing reflected. Its check value of "123456789" is 0x29B1.</summary>
public static class Crc16
{
    static readonly ushort[] OfNibble =
    {
        0x0000, 0x1021, 0x2042, 0x3063, 0x4084, 0x50A5, 0x60C6, 0x70E7,
        0x8108, 0x9129, 0xA14A, 0xB16B, 0xC18C, 0xD1AD, 0xE1CE, 0xF1EF,
    };

    /// <summary>The CRC of a part of a buffer.</summary>
    public static int Of(byte[] bytes, int start, int count)
    {
        var crc = 0xFFFF;
        for (var i = start; i < start + count; i++)
        {
            crc = ((crc << 4) & 0xFFFF) ^ OfNibble[(crc >> 12) ^ (bytes[i] >> 4)];
            crc = ((crc << 4) & 0xFFFF) ^ OfNibble[(crc >> 12) ^ (bytes[i] & 15)];
        }
        return crc;
    }
}
