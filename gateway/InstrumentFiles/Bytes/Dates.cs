using System.Globalization;

namespace CoinRig.InstrumentFiles;

/// <summary>Which number comes first in a date with slashes or points.</summary>
enum DateOrder
{
    MonthFirst,
    DayFirst,
}

/// <summary>Reads dates with a time of day as instruments write them: ISO, <c>11/20/2024 11:38:41.707</c>, <c>23-Nov-23 3:56:08 PM</c>.</summary>
static class Dates
{
    /// <summary>Reads a date; without a time of day it is midnight.</summary>
    /// <param name="text">What is written, without blanks around it.</param>
    /// <param name="order">What comes first where that is not clear from the text.</param>
    /// <param name="ticks">Ticks of 100 ns, as <see cref="DateTime.Ticks"/>.</param>
    public static bool TryRead(ReadOnlySpan<byte> text, DateOrder order, out long ticks)
    {
        ticks = 0;
        Span<int> parts = stackalloc int[3];
        var at = 0;
        var isYearFirst = false;
        var separator = (byte)0;
        for (var i = 0; i < 3; i++)
        {
            var start = at;
            if (!TryPart(text, ref at, out parts[i]))
            {
                return false;
            }
            isYearFirst |= i == 0 && at - start == 4;
            if (i < 2)
            {
                if (at >= text.Length || text[at] is not ((byte)'-' or (byte)'/' or (byte)'.') || (i == 1 && text[at] != separator))
                {
                    return false;
                }
                separator = text[at++];
            }
        }
        var isNamed = parts[1] < 0;
        var (year, month, day) = isYearFirst ? (parts[0], Math.Abs(parts[1]), parts[2])
            : isNamed || order == DateOrder.DayFirst ? (parts[2], Math.Abs(parts[1]), parts[0]) : (parts[2], parts[0], parts[1]);
        year += year < 100 ? 2000 : 0;
        if (year is < 1980 or > 2200 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }
        long ofDay = 0;
        var clock = Texts.Trim(text[at..]);
        clock = clock is [(byte)'T', .. var rest] ? rest : clock;
        if (clock.Length > 0 && !TryOfDay(clock, out ofDay))
        {
            return false;
        }
        ticks = new DateTime(year, month, day).Ticks + ofDay;
        return true;
    }

    static bool TryOfDay(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        var isAfternoon = text is [.., (byte)'P' or (byte)'p', (byte)'M' or (byte)'m'];
        var isTwelve = isAfternoon || text is [.., (byte)'A' or (byte)'a', (byte)'M' or (byte)'m'];
        text = isTwelve ? Texts.Trim(text[..^2]) : text is [.. var local, (byte)'Z'] ? local : text;
        if (!Clocks.TryRead(text, (byte)'.', out var seconds) || seconds >= 86_401)
        {
            return false;
        }
        if (isTwelve)
        {
            seconds += isAfternoon && seconds < 43_200 ? 43_200 : !isAfternoon && seconds >= 43_200 ? -43_200 : 0;
        }
        ticks = (long)Math.Round(seconds * TimeSpan.TicksPerSecond);
        return true;
    }

    /// <summary>A number, or the name of a month as its negative number.</summary>
    static bool TryPart(ReadOnlySpan<byte> text, ref int at, out int part)
    {
        part = 0;
        var start = at;
        while (at < text.Length && (uint)(text[at] - '0') <= 9 && at - start < 4)
        {
            part = part * 10 + text[at++] - '0';
        }
        if (at > start)
        {
            return true;
        }
        if (at + 3 > text.Length)
        {
            return false;
        }
        var name = Texts.Of(text.Slice(at, 3));
        at += 3;
        part = -1 - Array.FindIndex(CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames,
            m => m.Length > 0 && m.Equals(name, StringComparison.OrdinalIgnoreCase));
        return part < 0;
    }
}
