using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CoinRig.InstrumentFiles;

/// <summary>
/// Reads decimal numbers from bytes to the double nearest to what is written, as <see cref="double.Parse(string)"/> does, but faster. A
/// power of ten may be applied while reading, so that 183.3371 mA becomes the double nearest to 0.1833371.
/// </summary>
static class Decimals
{
    const int MostDigits = 19;
    const ulong Exact = 1UL << 53;

    static readonly double[] Tens = [.. Enumerable.Range(0, 23).Select(static n => double.Parse($"1e{n}", CultureInfo.InvariantCulture))];

    /// <summary>Reads a number that fills the text. No blanks, no words.</summary>
    /// <param name="text">The number, such as <c>-1.5E-003</c>.</param>
    /// <param name="point">The decimal sign, '.' or ','.</param>
    /// <param name="shift">The power of ten to multiply with.</param>
    /// <param name="value">The double nearest to the product.</param>
    public static bool TryRead(ReadOnlySpan<byte> text, byte point, int shift, out double value) =>
        Read(text, point, shift, out value) is var length and > 0 && length == text.Length;

    /// <summary>Reads the number with which a text begins.</summary>
    /// <returns>How many bytes it has; 0 where the text does not begin with a number.</returns>
    public static int Read(ReadOnlySpan<byte> text, byte point, int shift, out double value)
    {
        value = 0;
        ref var first = ref MemoryMarshal.GetReference(text);
        var length = text.Length;
        var at = length > 0 && first is (byte)'-' or (byte)'+' ? 1 : 0;
        var isNegative = at > 0 && first == '-';
        var start = at;
        var mantissa = Digits(ref first, ref at, length, 0);
        var digits = at - start;
        var power = shift;
        if (at < length && Unsafe.Add(ref first, at) == point)
        {
            start = ++at;
            mantissa = Digits(ref first, ref at, length, mantissa);
            power -= at - start;
            digits += at - start;
        }
        if (digits == 0)
        {
            return 0;
        }
        if (at < length && (Unsafe.Add(ref first, at) | 0x20) == 'e')
        {
            power += Exponent(text, ref at, out var isWhole);
            if (!isWhole)
            {
                return 0;
            }
        }
        if (digits > MostDigits && HasTooManyDigits(text[..at], point))
        {
            return TrySlow(text[..at], point, shift, out value) ? at : 0;
        }
        if (mantissa < Exact && (uint)(power + 22) <= 44)
        {
            value = power < 0 ? mantissa / Tens[-power] : mantissa * Tens[power];
        }
        else if (mantissa != 0 && !TryScale(mantissa, power, out value))
        {
            return TrySlow(text[..at], point, shift, out value) ? at : 0;
        }
        value = isNegative ? -value : value;
        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static ulong Digits(ref byte first, ref int at, int length, ulong mantissa)
    {
        var i = at;
        while (i + 8 <= length && Eight(ref first, i) is var eight && AreDigits(eight))
        {
            mantissa = mantissa * 100_000_000 + Value(eight);
            i += 8;
        }
        for (; i < length && (uint)(Unsafe.Add(ref first, i) - '0') is <= 9 and var digit; i++)
        {
            mantissa = mantissa * 10 + digit;
        }
        at = i;
        return mantissa;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static ulong Eight(ref byte first, int at)
    {
        var eight = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, at));
        return BitConverter.IsLittleEndian ? eight : BinaryPrimitives.ReverseEndianness(eight);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static bool AreDigits(ulong eight) => ((eight & 0xF0F0F0F0F0F0F0F0) | (((eight + 0x0606060606060606) & 0xF0F0F0F0F0F0F0F0) >> 4)) == 0x3333333333333333;

    /// <summary>Pairs, then fours, then all eight digits at once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static uint Value(ulong eight)
    {
        eight -= 0x3030303030303030;
        eight = eight * 10 + (eight >> 8);
        return (uint)(((eight & 0x000000FF000000FF) * 0x000F424000000064 + ((eight >> 16) & 0x000000FF000000FF) * 0x0000271000000001) >> 32);
    }

    /// <summary>Reads an exponent from its letter on.</summary>
    static int Exponent(ReadOnlySpan<byte> text, ref int at, out bool isWhole)
    {
        var exponent = 0;
        at++;
        var isNegative = at < text.Length && text[at] == '-';
        at += at < text.Length && text[at] is (byte)'-' or (byte)'+' ? 1 : 0;
        var start = at;
        for (; at < text.Length && (uint)(text[at] - '0') <= 9; at++)
        {
            exponent = Math.Min(exponent * 10 + (text[at] - '0'), 100_000);
        }
        isWhole = at > start;
        return isNegative ? -exponent : exponent;
    }

    static bool HasTooManyDigits(ReadOnlySpan<byte> text, byte point)
    {
        var digits = 0;
        foreach (var c in text)
        {
            if ((c | 0x20) == 'e')
            {
                break;
            }
            if (c != point && (digits > 0 || c is > (byte)'0' and <= (byte)'9'))
            {
                digits++;
            }
        }
        return digits > MostDigits;
    }

    /// <summary>Multiplies with a power of ten in 128 bits; false where that does not decide the rounding, or outside the normal range.</summary>
    static bool TryScale(ulong mantissa, int power, out double value)
    {
        value = 0;
        if (power is < PowersOfFive.Least or > PowersOfFive.Most)
        {
            return false;
        }
        var zeros = BitOperations.LeadingZeroCount(mantissa);
        var bits = mantissa << zeros;
        var table = PowersOfFive.Bits;
        var index = 2 * (power - PowersOfFive.Least);
        var high = Math.BigMul(bits, table[index], out var low);
        if ((high & 0x1FF) == 0x1FF)
        {
            var second = Math.BigMul(bits, table[index + 1], out _);
            low += second;
            high += second > low ? 1UL : 0;
        }
        if (low == ulong.MaxValue && power is < -27 or > 55)
        {
            return false;
        }
        var upper = (int)(high >> 63);
        var significand = high >> (upper + 9);
        var exponent = ((217_706 * power) >> 16) + 63 + upper - zeros + 1023;
        if (exponent is <= 0 or >= 2046)
        {
            return false;
        }
        // Exactly half way between two doubles: the even one, which rounding up would miss.
        if (low <= 1 && power is >= -4 and <= 23 && (significand & 3) == 1 && significand << (upper + 9) == high)
        {
            significand &= ~1UL;
        }
        significand = (significand + (significand & 1)) >> 1;
        if (significand == 1UL << 53)
        {
            significand >>= 1;
            exponent++;
        }
        value = BitConverter.UInt64BitsToDouble((significand & ((1UL << 52) - 1)) | ((ulong)exponent << 52));
        return true;
    }

    /// <summary>The few numbers that need more digits: rewritten with a decimal point and the shifted exponent, and left to the runtime.</summary>
    static bool TrySlow(ReadOnlySpan<byte> text, byte point, int shift, out double value)
    {
        var written = text.ToArray();
        for (var i = 0; i < written.Length; i++)
        {
            written[i] = written[i] == point ? (byte)'.' : written[i];
        }
        var e = written.AsSpan().IndexOfAny((byte)'e', (byte)'E');
        var exponent = 0;
        if (e >= 0)
        {
            var at = e;
            exponent = Exponent(written, ref at, out _);
        }
        byte[] shifted = [.. written.AsSpan(0, e < 0 ? written.Length : e), .. System.Text.Encoding.ASCII.GetBytes($"e{exponent + shift}")];
        return double.TryParse(shifted, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
    }
}
