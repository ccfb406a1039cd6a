using System.Text.RegularExpressions;
using CoinRig.Documents;

namespace CoinRig.Protocols;

/// <summary>The shapes of values as regular expressions that editors know (ECMA-262), made of the units that the reader knows.</summary>
static class Shapes
{
    const string Unsigned = @"(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?";
    const string Blank = @"\s*";
    const string Word = @"(?:[Cc][Hh][Aa][Rr][Gg][Ee]|[Dd][Ii][Ss][Cc][Hh][Aa][Rr][Gg][Ee])\s+";

    /// <summary>What the reader computes.</summary>
    internal const string Computed = @"[$({]";

    internal static string Time { get; } = Positive(Dimension.Time);

    internal static string Voltage { get; } = Signed(Dimension.Voltage);

    internal static string Temperature { get; } = Signed(Dimension.Celsius);

    internal static string Resistance { get; } = Positive(Dimension.Resistance);

    internal static string SweepRate { get; } = Positive(Dimension.SweepRate);

    internal static string Charge { get; } = Either(Positive(Dimension.Charge), Positive(Dimension.SpecificCapacity));

    internal static string Power { get; } = Either(Signed(Dimension.Power), Word + Positive(Dimension.Power));

    internal static string Range { get; } = Either("auto", Positive(Dimension.Current));

    internal static string CurrentInAmperes { get; } = Positive(Dimension.Current);

    internal static string Current { get; } = Either(@"[-+]?C/[0-9]*\.?[0-9]+", Signed("C"), Signed(Dimension.Current), Signed(Dimension.SpecificCurrent), Signed(Dimension.CurrentDensity),
        Word + Either(@"C/[0-9]*\.?[0-9]+", Unsigned + Blank + "C", Positive(Dimension.Current), Positive(Dimension.SpecificCurrent), Positive(Dimension.CurrentDensity)));

    /// <summary>One condition, or several with 'and' and 'or'.</summary>
    internal static string Condition { get; } = Joined(Either(Named(), Plain()), "(?:and|or)");

    /// <summary>When a trigger's line goes up.</summary>
    internal static string Moment { get; } = Either("step_start", "segment_start", $"time {Blank}[>=]*{Blank}{Time}", Named(), $@"[<>]=?\s*{Plain()}");

    /// <summary>Both ends of a range.</summary>
    internal static string Span(string end) => $"{end}{Blank}\\.\\.{Blank}{end}";

    /// <summary>A range of which an end may be left out.</summary>
    internal static string OpenSpan(string end) => Either(Span(end), $@"\.\.{Blank}{end}", $@"{end}{Blank}\.\.");

    /// <summary>From the beginning to the end of a value.</summary>
    internal static string Whole(string shape) => $"^{Blank}{shape}{Blank}$";

    internal static string Either(params IEnumerable<string> shapes) => $"(?:{string.Join('|', shapes)})";

    static string Joined(string shape, string by) => $"{shape}(?: {Blank}{by} {Blank}{shape})*";

    static string Named()
    {
        const string op = @"\s*[<>]=?\s*";
        var results = ResultNames.All.Select(n => $"{n}{op}{Signed(ResultNames.Find(n)!.Value.Dimension)}");
        return Either([
            $"time{op}{Time}", $"voltage{op}{Voltage}", $@"(?:current|\|current\||absolute_current){op}{Current}", $"(?:charge|capacity){op}{Charge}", $"energy{op}{Positive(Dimension.Energy)}",
            $"power{op}{Positive(Dimension.Power)}", $@"(?:dV/dt|\|dV/dt\||absolute_dV/dt){op}{Signed(Dimension.SweepRate)}", $"temperature{op}{Temperature}", $"cycle{op}[0-9]+", .. results,
        ]);
    }

    static string Plain() => @"(?:[<>]=?\s*)?" + Either(Voltage, Current, Time, Charge, Positive(Dimension.Energy), Temperature);

    static string Signed(string unit) => $"[-+]?{Unsigned}{Blank}{unit}";

    static string Signed(Dimension dimension) => Signed(Units(dimension));

    static string Positive(Dimension dimension) => $"{Unsigned}{Blank}{Units(dimension)}";

    /// <summary>The units, with the ways in which the reader lets them be written; of a ratio the 1 may be left out.</summary>
    static string Units(Dimension dimension)
    {
        var units = dimension.UnitList.Split(", ").OrderByDescending(u => u.Length).Select(u => u == "1" ? "" : Regex.Escape(u).Replace("ohm", "(?:ohm|\u03a9)", StringComparison.Ordinal)
            .Replace("degC", "(?:degC|\u00b0C)", StringComparison.Ordinal).Replace("2", "[2\u00b2]", StringComparison.Ordinal).Replace("3", "[3\u00b3]", StringComparison.Ordinal)
            .Replace("u", "[u\u00b5\u03bc]", StringComparison.Ordinal));
        return Either(units);
    }
}
