using System.Globalization;
using CoinRig.Documents;

namespace CoinRig.Interchange;

/// <summary>Values of aurora-unicycler: numbers that may be texts, null, and C-rates in several forms.</summary>
static class UnicyclerValue
{
    /// <summary>The mapping under a key; null where it is absent or null, or is none, which is reported.</summary>
    internal static MappingReader? Mapping(MappingReader map, string key) =>
        map.Optional(key) is { IsNull: false } node ? node.AsMapping($"'{key}'") : null;

    /// <summary>A number, or null where it is absent or null.</summary>
    /// <param name="map">The keys.</param>
    /// <param name="key">The key.</param>
    /// <param name="emptyIsNull">Whether an empty text is null too, as in the ends of steps.</param>
    internal static double? Number(MappingReader map, string key, bool emptyIsNull = false)
    {
        if (map.Optional(key) is not { IsNull: false } node || (emptyIsNull && node.Text == ""))
        {
            return null;
        }
        if (double.TryParse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
        {
            return number;
        }
        node.Report(node.Description, $"'{key}' takes a number, also as a text");
        return double.NaN;
    }

    /// <summary>A number that must be there; NaN where it is not, which is reported.</summary>
    internal static double Required(MappingReader map, string key)
    {
        if (Number(map, key) is { } number)
        {
            return number;
        }
        (map.Optional(key) ?? map.Node).Report($"no '{key}'", $"a number for '{key}'");
        return double.NaN;
    }

    /// <summary>A number above zero that must be there.</summary>
    internal static double Positive(MappingReader map, string key)
    {
        var number = Required(map, key);
        if (number <= 0)
        {
            map.Optional(key)!.Report(map.Optional(key)!.Description, $"'{key}' takes a number above zero");
        }
        return number;
    }

    /// <summary>A C-rate, or null where it is absent, null or empty: a number, <c>1/5</c>, <c>C/5</c> (charge), <c>D/5</c> (discharge), <c>3D/3</c>.</summary>
    internal static double? Rate(MappingReader map, string key)
    {
        if (map.Optional(key) is not { IsNull: false } node || node.Text == "")
        {
            return null;
        }
        if (node.Text is { } text && TryRate(text, out var rate))
        {
            return rate;
        }
        node.Report(node.Description, $"'{key}' takes a number, or a part such as '1/5', 'C/5' (charge), 'D/5' (discharge) or '3D/3'");
        return double.NaN;
    }

    internal static bool TryRate(string text, out double rate)
    {
        text = text.Replace(" ", "", StringComparison.Ordinal);
        if (IsNumber(text, out rate))
        {
            return true;
        }
        if (text.Split('/') is not [var above, var below] || !IsNumber(below, out var divisor) || divisor == 0)
        {
            return false;
        }
        var sign = 1.0;
        if (above.Length > 0 && above[^1] is 'C' or 'D')
        {
            sign = above[^1] == 'D' ? -1 : 1;
            above = above.Length == 1 ? "1" : above[..^1];
        }
        var read = IsNumber(above, out var number);
        rate = sign * number / divisor;
        return read && double.IsFinite(rate);
    }

    static bool IsNumber(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
}
