using System.Globalization;

namespace CoinRig.Documents;

/// <summary>A value in SI with its standard uncertainty (one sigma), as files state it: "3.393 +- 0.02 mg".</summary>
/// <param name="Value">The value in SI.</param>
/// <param name="Uncertainty">The standard uncertainty in SI; 0 where none is stated.</param>
public readonly record struct Amount(double Value, double Uncertainty)
{
    const string NoUnit = "1";

    /// <summary>The uncertainty over the value; 0 for an exact value.</summary>
    public double Relative => Uncertainty == 0 ? 0 : Math.Abs(Uncertainty / Value);

    /// <summary>Reads "value unit", "value +- uncertainty unit" or "value unit +- uncertainty" (also with ±, also each with its own unit).</summary>
    public static bool TryParse(string text, Dimension dimension, out Amount amount)
    {
        amount = default;
        var parts = text.Replace("±", "+-").Split("+-", 2);
        if (!TrySplit(parts[0], out var value, out var unit))
        {
            return false;
        }
        var (uncertainty, uncertaintyUnit) = (0.0, unit);
        if (parts.Length == 2)
        {
            if (!TrySplit(parts[1], out uncertainty, out uncertaintyUnit) || uncertainty < 0)
            {
                return false;
            }
            // A unit that stands once is meant for both.
            unit = unit == NoUnit ? uncertaintyUnit : unit;
            uncertaintyUnit = uncertaintyUnit == NoUnit ? unit : uncertaintyUnit;
        }
        if (!dimension.TryFactor(unit, out var factor) || !dimension.TryFactor(uncertaintyUnit, out var uncertaintyFactor))
        {
            return false;
        }
        amount = new(value * factor, uncertainty * uncertaintyFactor);
        return double.IsFinite(amount.Value) && double.IsFinite(amount.Uncertainty);
    }

    /// <summary>Splits a number from the unit behind it; the unit of a bare number is "1".</summary>
    static bool TrySplit(string text, out double number, out string unit)
    {
        text = text.Trim();
        for (var end = text.Length; end > 0; end--)
        {
            if (char.IsAsciiDigit(text[end - 1]) || text[end - 1] == '.')
            {
                if (double.TryParse(text.AsSpan(0, end), NumberStyles.Float, CultureInfo.InvariantCulture, out number))
                {
                    unit = text[end..].Trim();
                    unit = unit.Length == 0 ? NoUnit : unit;
                    return true;
                }
            }
        }
        number = 0;
        unit = "";
        return false;
    }
}
