using System.Globalization;

namespace CoinRig.Temperature;

/// <summary>
/// The kernel's older file of a 1-Wire thermometer: two lines of the nine scratchpad bytes, the first with the kernel's
/// verdict on the CRC, the second with the temperature.
/// <code>
/// 7f 01 4b 46 7f ff 0c 10 ba : crc=ba YES
/// 7f 01 4b 46 7f ff 0c 10 ba t=23937
/// </code>
/// </summary>
static class W1Slave
{
    const int ScratchpadBytes = 9;

    /// <summary>The temperature in thousandths of a degree Celsius; null unless the kernel found the CRC right and it is.</summary>
    public static int? Millidegrees(string? text)
    {
        var lines = text?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (lines is not [var bytes, var value] || !bytes.EndsWith("YES", StringComparison.Ordinal) || !HasRightCrc(bytes))
        {
            return null;
        }
        var start = value.IndexOf("t=", StringComparison.Ordinal);
        return start < 0 ? null : SysfsFile.Millidegrees(value[(start + 2)..]);
    }

    /// <summary>
    /// Checks the ninth byte. The kernel says YES to nine zeros (a bus that is shorted): the CRC of zeros is zero, so
    /// those are refused by name.
    /// </summary>
    static bool HasRightCrc(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Span<byte> scratchpad = stackalloc byte[ScratchpadBytes];
        if (words.Length < ScratchpadBytes)
        {
            return false;
        }
        for (var i = 0; i < ScratchpadBytes; i++)
        {
            if (!byte.TryParse(words[i], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out scratchpad[i]))
            {
                return false;
            }
        }
        return scratchpad.ContainsAnyExcept((byte)0) && Crc(scratchpad[..^1]) == scratchpad[^1];
    }

    /// <summary>The 1-Wire CRC: x^8 + x^5 + x^4 + 1, least significant bit first (DS18B20 data sheet, CRC generation).</summary>
    static byte Crc(ReadOnlySpan<byte> data)
    {
        const int reflectedPolynomial = 0x8C;
        var crc = 0;
        foreach (var value in data)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ reflectedPolynomial : crc >> 1;
            }
        }
        return (byte)crc;
    }
}
