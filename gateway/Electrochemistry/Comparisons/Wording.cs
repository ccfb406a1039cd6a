using System.Globalization;

namespace CoinRig.Electrochemistry.Comparisons;

/// <summary>A value with its interval in a unit that suits it.</summary>
static class Wording
{
    static readonly (double Factor, string Prefix)[] Prefixes = [(1, ""), (1e3, "m"), (1e6, "u"), (1e9, "n")];
    static readonly string[] Prefixed = ["V", "A", "Ah", "Wh", "ohm", "Ah/V", "C"];

    /// <summary>"31 +- 4 mV": the half width to one digit, or two where the first is a 1.</summary>
    public static string Of(double value, double halfWidth, string unit)
    {
        var (factor, name) = Scale(Math.Max(Math.Abs(value), halfWidth), unit);
        var (scaled, half) = (value * factor, halfWidth * factor);
        if (!(half > 0))
        {
            return $"{scaled.ToString("G6", CultureInfo.InvariantCulture)} {name}".TrimEnd();
        }
        var exponent = (int)Math.Floor(Math.Log10(half));
        var decimals = -exponent + (half / Math.Pow(10, exponent) < 1.95 ? 1 : 0);
        var size = Math.Max(Math.Abs(scaled), half);
        if (size is < 1e-3 or >= 1e6)
        {
            var power = (int)Math.Floor(Math.Log10(size));
            var scale = Math.Pow(10, -power);
            return string.Create(CultureInfo.InvariantCulture, $"({Fixed(scaled * scale, decimals + power)} +- {Fixed(half * scale, decimals + power)})e{power} {name}").TrimEnd();
        }
        return $"{Fixed(scaled, decimals)} +- {Fixed(half, decimals)} {name}".TrimEnd();
    }

    static string Fixed(double value, int decimals)
    {
        var step = Math.Pow(10, Math.Max(0, -decimals));
        return (Math.Round(value / step) * step is var rounded && decimals < 0 ? rounded : value).ToString($"F{Math.Clamp(decimals, 0, 12)}", CultureInfo.InvariantCulture);
    }

    static (double Factor, string Name) Scale(double size, string unit)
    {
        if (unit == "1")
        {
            return (1, "");
        }
        if (!Prefixed.Contains(unit))
        {
            return (1, unit);
        }
        var (factor, prefix) = Prefixes.FirstOrDefault(p => size * p.Factor >= 1, Prefixes[0]);
        return (factor, prefix + unit);
    }
}
