namespace CoinRig.InstrumentFiles;

/// <summary>Reads durations such as <c>26:03:05.25</c> and <c>  1d 02:03:05.25</c>.</summary>
static class Clocks
{
    /// <summary>Reads days, hours, minutes and seconds; hours may exceed 24 where no days are given.</summary>
    /// <param name="text">What is written, without blanks around it.</param>
    /// <param name="point">The decimal sign of the seconds.</param>
    /// <param name="seconds">The duration, s.</param>
    public static bool TryRead(ReadOnlySpan<byte> text, byte point, out double seconds)
    {
        seconds = 0;
        long whole = 0;
        var d = text.IndexOf((byte)'d');
        if (d >= 0)
        {
            if (!TryWhole(Texts.Trim(text[..d]), out var days))
            {
                return false;
            }
            whole = 86_400 * days;
            text = Texts.Trim(text[(d + 1)..]);
        }
        for (var unit = 3600; unit > 1; unit /= 60)
        {
            var colon = text.IndexOf((byte)':');
            if (colon < 0 || !TryWhole(text[..colon], out var part) || (unit == 60 && part > 59))
            {
                return false;
            }
            whole += unit * part;
            text = text[(colon + 1)..];
        }
        if (text.Length == 0 || text[0] is (byte)'-' or (byte)'+' || !Decimals.TryRead(text, point, 0, out var rest) || rest >= 61)
        {
            return false;
        }
        seconds = whole + rest;
        return true;
    }

    static bool TryWhole(ReadOnlySpan<byte> text, out long value)
    {
        value = 0;
        foreach (var c in text)
        {
            if ((uint)(c - '0') > 9)
            {
                return false;
            }
            value = Math.Min(value * 10 + (c - '0'), 1_000_000_000);
        }
        return text.Length > 0;
    }
}
