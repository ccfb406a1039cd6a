using System.Globalization;

namespace CoinRig.Documents;

/// <summary>A value in SI with its standard uncertainty (one sigma), as files state it: "3.393 +- 0.02 mg".</summary>
/// <param name="Value">The value in SI.</param>
/// <param name="Uncertainty">The standard uncertainty in SI; 0 where none is stated.</param>
public readonly record struct Amount(double Value, double Uncertainty)
{
    /// <summary>The uncertainty over the value; 0 for an exact value.</summary>
    public double Relative => Uncertainty == 0 ? 0 : Math.Abs(Uncertainty / Value);

    /// <summary>Reads "value unit" or "value +- uncertainty unit" (also with ±, also each with its own unit).</summary>
    public static bool TryParse(string text, Dimension dimension, out Amount amount)
    {
        amount = default;
        var parts = text.Replace("±", "+-").Split("+-", 2);
        var uncertainty = 0.0;
        if (parts.Length == 2)
        {
            if (!TrySplit(parts[1], out uncertainty, out var unit) || uncertainty < 0 || !dimension.TryFactor(unit, out var factor))
            {
                return false;
            }
            uncertainty *= factor;
            if (double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            {
                parts[0] += unit;
            }
        }
        if (!TrySplit(parts[0], out var value, out var valueUnit) || !dimension.TryFactor(valueUnit, out var valueFactor))
        {
            return false;
        }
        amount = new(value * valueFactor, uncertainty);
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
                    unit = unit.Length == 0 ? "1" : unit;
                    return true;
                }
            }
        }
        number = 0;
        unit = "";
        return false;
    }
}
