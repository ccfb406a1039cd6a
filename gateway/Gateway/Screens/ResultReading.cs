using System.Globalization;
using CoinRig.Runs;

namespace CoinRig.Gateway;

/// <summary>What screens and plots ask a result.</summary>
static class ResultReading
{
    /// <summary>Square metres a second in square centimetres a second, in which screens and papers give D.</summary>
    public const double SquareCentimetresInSquareMetre = 1e4;

    /// <summary>Whether no flag says that it is invalid or biased.</summary>
    public static bool IsValid(this ResultRow row) => row.Number("valid") is not 0;

    /// <summary>A detail that is a number; NaN where it is not there.</summary>
    public static double Number(this ResultRow row, string detail) => row.Details.TryGetValue(detail, out var value) && value is IConvertible and not string
        ? Convert.ToDouble(value, CultureInfo.InvariantCulture) : double.NaN;

    /// <summary>A detail as a text; empty where it is not there.</summary>
    public static string Text(this ResultRow row, string detail) => row.Details.TryGetValue(detail, out var value)
        ? Convert.ToString(value, CultureInfo.InvariantCulture) ?? "" : "";

    /// <summary>The unit in which a screen shows it, and the factor to it.</summary>
    public static (double Factor, string Unit) OnScreen(this ResultRow row) => row.Unit switch
    {
        "m2/s" => (SquareCentimetresInSquareMetre, "cm2/s"),
        "A" => (1e3, "mA"),
        "Ah" => (1e3, "mAh"),
        "Wh" => (1e3, "mWh"),
        "1" when IsShare(row.Name) => (100, "%"),
        var unit => (1, unit),
    };

    /// <summary>Ratios that people give in percent; an exponent or a count of cycles is none.</summary>
    static bool IsShare(string name) => name.EndsWith("efficiency", StringComparison.Ordinal) || name.EndsWith("recovery", StringComparison.Ordinal)
        || name is "capacity_retention" or "fade_per_cycle" or "kramers_kronig_residual";

    /// <summary>Value and uncertainty in the screen's unit.</summary>
    public static string Figure(this ResultRow row) => Figures.WithUncertainty(row.Value * row.OnScreen().Factor, row.Uncertainty * row.OnScreen().Factor);
}
