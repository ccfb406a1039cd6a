using CoinRig.Analysis;
using CoinRig.Electrochemistry.Results;

namespace CoinRig.Gateway;

/// <summary>Results in the words of a page.</summary>
static class ResultWords
{
    /// <summary>A name as people write it: "diffusion coefficient (ICI)".</summary>
    public static string Name(string snake) => snake.Replace('_', ' ').Replace("dqdv", "dQ/dV", StringComparison.Ordinal)
        .Replace(" weppner huggins", " (Weppner-Huggins)", StringComparison.Ordinal).Replace(" ici root time", " (ICI, root of time)", StringComparison.Ordinal)
        .Replace(" ici", " (ICI)", StringComparison.Ordinal).Replace(" pitt", " (PITT)", StringComparison.Ordinal).Replace("randles sevcik", "Randles-Sevcik", StringComparison.Ordinal);

    /// <summary>The unit in which it is shown.</summary>
    public static string Unit(Result result) => Unit(result.ToRow().OnScreen().Unit);

    /// <summary>A unit with real exponents.</summary>
    public static string Unit(string unit) => unit switch
    {
        "1" => "",
        "cm2/s" => "cm² s⁻¹",
        "ohm" => "Ω",
        "mAh/g" => "mAh g⁻¹",
        "Wh/kg" => "Wh kg⁻¹",
        "ohm/s^0.5" => "Ω s⁻⁰·⁵",
        "1/s" => "s⁻¹",
        "S s^alpha" => "S sᵅ",
        "Ah/V" => "Ah V⁻¹",
        "A (s/V)^0.5" => "A s⁰·⁵ V⁻⁰·⁵",
        _ => unit.Replace("ohm", "Ω", StringComparison.Ordinal),
    };

    /// <summary>Value and standard uncertainty in that unit.</summary>
    public static string Value(Result result) => Typographic(result.ToRow().Figure());

    /// <summary>A number in that unit.</summary>
    public static string Number(double value, Result of) => Typographic(Figures.Plain(value * of.ToRow().OnScreen().Factor));

    /// <summary>A detail, which is a number or a word.</summary>
    public static string Detail(object value) => value is double number ? Typographic(Figures.Plain(number)) : $"{value}";

    /// <summary>How a value is shown that cannot be used as it is.</summary>
    public static string Class(Result result) => result.Flags.Any(f => f.Severity == Severity.Invalid) ? "bad" : result.IsValid ? "" : "biased";

    /// <summary>True signs in place of what a keyboard has.</summary>
    static string Typographic(string figure)
    {
        var text = figure.Replace("+-", "±", StringComparison.Ordinal);
        var at = text.LastIndexOfAny(['e', 'E']);
        if (at > 0 && int.TryParse(text[(at + 1)..], System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var power))
        {
            text = $"{text[..at]} × 10{string.Concat($"{power}".Select(c => c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[c - '0']))}";
        }
        return text.Replace('-', '−');
    }
}
