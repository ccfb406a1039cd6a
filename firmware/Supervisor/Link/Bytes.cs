namespace CoinRig.Firmware;

/// <summary>Whole numbers in messages, least significant byte first.</summary>
public static class Bytes
{
    /// <summary>Two bytes without sign.</summary>
    public static int Unsigned16(byte[] from, int at) => from[at] | (from[at + 1] << 8);

    /// <summary>Two bytes with sign.</summary>
    public static int Signed16(byte[] from, int at) => (short)(from[at] | (from[at + 1] << 8));

    /// <summary>Four bytes without sign.</summary>
    public static uint Unsigned32(byte[] from, int at) => (uint)(from[at] | (from[at + 1] << 8) | (from[at + 2] << 16) | (from[at + 3] << 24));

    /// <summary>Writes two bytes; what does not fit stays at the end of the range, so that it never looks harmless.</summary>
    public static void Put16(byte[] to, int at, int value)
    {
        var kept = value > 65535 ? 65535 : value < -32768 ? -32768 : value;
        to[at] = (byte)kept;
        to[at + 1] = (byte)(kept >> 8);
    }

    /// <summary>Writes four bytes.</summary>
    public static void Put32(byte[] to, int at, uint value)
    {
        to[at] = (byte)value;
        to[at + 1] = (byte)(value >> 8);
        to[at + 2] = (byte)(value >> 16);
        to[at + 3] = (byte)(value >> 24);
    }
}
