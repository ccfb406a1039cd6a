using System.Globalization;

namespace CoinRig.Interchange;

/// <summary>Numbers and times as the grammars of all formats take them: a decimal point, no '+', no prefix u.</summary>
static class Numbers
{
    const double SecondsPerHour = 3600, SecondsPerMinute = 60;

    /// <summary>A number with the digits that a person or a double conversion of units means: twelve.</summary>
    internal static string Of(double value)
    {
        var rounded = Rounded(value);
        return Math.Abs(rounded) is 0 or (>= 1e-9 and < 1e15)
            ? rounded.ToString("0.#####################", CultureInfo.InvariantCulture)
            : rounded.ToString("R", CultureInfo.InvariantCulture).Replace("E+", "E", StringComparison.Ordinal);
    }

    /// <summary>The same number without the last digits, which conversions of units leave.</summary>
    internal static double Rounded(double value) => double.Parse(value.ToString("G12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>A time in the largest unit in which it is a whole number.</summary>
    internal static string Time(double seconds) => Rounded(seconds) switch
    {
        var s when s >= SecondsPerHour && s % SecondsPerHour == 0 => Counted(s / SecondsPerHour, "hour"),
        var s when s >= SecondsPerMinute && s % SecondsPerMinute == 0 => Counted(s / SecondsPerMinute, "minute"),
        var s => Counted(s, "second"),
    };

    /// <summary>A C-rate: <c>C/5</c> where it is the part of a whole number, else <c>0.3C</c>.</summary>
    internal static string Rate(double rate)
    {
        var hours = Rounded(1 / rate);
        return hours > 1 && hours == Math.Round(hours) && hours < 1e6 ? $"C/{Of(hours)}" : $"{Of(rate)}C";
    }

    /// <summary>A current in mA, or in A from one ampere.</summary>
    internal static string Current(double amperes) => Math.Abs(amperes) >= 1 ? $"{Of(amperes)} A" : $"{Of(amperes * 1e3)} mA";

    static string Counted(double number, string unit) => $"{Of(number)} {unit}{(number == 1 ? "" : "s")}";
}
