using System.Numerics;

namespace CoinRig.InstrumentFiles;

/// <summary>
/// The 128 leading bits of 5^q, or of its reciprocal, for every power of ten that a double can hold (D. Lemire, Number parsing at a
/// gigabyte per second, Software: Practice and Experience 51 (2021) 1700, section 6).
/// </summary>
static class PowersOfFive
{
    /// <summary>Least power of ten.</summary>
    public const int Least = -342;

    /// <summary>Highest power of ten.</summary>
    public const int Most = 308;

    /// <summary>Upper and lower 64 bits of each power in turn; the highest bit is set.</summary>
    public static readonly ulong[] Bits = Make();

    static ulong[] Make()
    {
        var bits = new ulong[2 * (Most - Least + 1)];
        for (var q = Least; q <= Most; q++)
        {
            var value = q < 0 ? Reciprocal(BigInteger.Pow(5, -q), q >= -27) : BigInteger.Pow(5, q);
            var length = (int)value.GetBitLength();
            value = length > 128 ? value >> (length - 128) : value << (128 - length);
            bits[2 * (q - Least)] = (ulong)(value >> 64);
            bits[2 * (q - Least) + 1] = (ulong)(value & ulong.MaxValue);
        }
        return bits;
    }

    /// <summary>A reciprocal is rounded up, so that the product with a whole number is never below the true one.</summary>
    static BigInteger Reciprocal(BigInteger power, bool isExact)
    {
        var log = (int)(power - 1).GetBitLength();
        return (BigInteger.One << (isExact ? log + 127 : 2 * log + 128)) / power + 1;
    }
}
