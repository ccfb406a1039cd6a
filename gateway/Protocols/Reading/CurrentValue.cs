using System.Globalization;
using CoinRig.Documents;

namespace CoinRig.Protocols;

/// <summary>What a current is written in terms of.</summary>
enum CurrentTerms
{
    /// <summary>Multiples of 1C.</summary>
    CRate,

    /// <summary>Amperes.</summary>
    Absolute,

    /// <summary>A/kg of active mass.</summary>
    PerMass,

    /// <summary>A/m2 of electrode.</summary>
    PerArea,
}

/// <summary>A current as people write it: <c>C/5</c>, <c>0.2 C</c>, <c>100 uA</c>, <c>18 mA/g</c>, <c>discharge C/5</c>, <c>-C/5</c>. Positive charges.</summary>
/// <param name="Number">The number, in the unit of its terms.</param>
/// <param name="Terms">What it is in terms of.</param>
readonly record struct CurrentValue(double Number, CurrentTerms Terms)
{
    internal const string Allowed = "a current: C/5, 0.2 C, 100 uA, 18 mA/g or 0.1 mA/cm2; positive charges, so a discharge is -C/5 or 'discharge C/5'";

    static readonly (Dimension, CurrentTerms)[] Units =
    [
        (Dimension.Current, CurrentTerms.Absolute),
        (Dimension.SpecificCurrent, CurrentTerms.PerMass),
        (Dimension.CurrentDensity, CurrentTerms.PerArea),
    ];

    /// <summary>Reads a current; false if the text is none.</summary>
    internal static bool TryParse(string text, out CurrentValue value)
    {
        value = default;
        text = text.Trim();
        var word = text.Split(' ', 2) is [var first, _] && first.ToLowerInvariant() is "charge" or "discharge" ? text[..text.IndexOf(' ')] : "";
        var magnitude = text[word.Length..].TrimStart();
        if (!TryParseNumber(magnitude, out value) || (word.Length > 0 && value.Number < 0))
        {
            return false;
        }
        value = string.Equals(word, "discharge", StringComparison.OrdinalIgnoreCase) ? value with { Number = -value.Number } : value;
        return true;
    }

    static bool TryParseNumber(string text, out CurrentValue value)
    {
        var sign = text.StartsWith('-') ? -1 : 1;
        if (text.TrimStart('-', '+').StartsWith("C/", StringComparison.Ordinal))
        {
            var divided = double.TryParse(text[(text.IndexOf('/') + 1)..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
                out var hours) && hours > 0;
            value = new(sign / hours, CurrentTerms.CRate);
            return divided && text.IndexOf('C') <= 1;
        }
        if (text.EndsWith('C') && double.TryParse(text[..^1], NumberStyles.Float, CultureInfo.InvariantCulture, out var rate) && double.IsFinite(rate))
        {
            value = new(rate, CurrentTerms.CRate);
            return true;
        }
        foreach (var (dimension, terms) in Units)
        {
            if (Amount.TryParse(text, dimension, out var amount) && amount.Uncertainty == 0)
            {
                value = new(amount.Value, terms);
                return true;
            }
        }
        value = default;
        return false;
    }

    /// <summary>Reads a current at a node in A; reports and returns NaN if it is none or the cell file does not say enough.</summary>
    internal static double Read(ProtocolContext context, DocumentNode node)
    {
        if (node.Text is { } text && TryParse(text, out var value))
        {
            return value.Resolve(context, node);
        }
        node.Report(node.Description, Allowed);
        return double.NaN;
    }

    /// <summary>The current in A for the cell; reports and returns NaN where the cell file does not say enough.</summary>
    internal double Resolve(ProtocolContext context, DocumentNode node)
    {
        if (Terms != CurrentTerms.CRate)
        {
            context.StepsInAbsoluteUnits.Add(context.StepNumber);
        }
        var (unit, needed) = Terms switch
        {
            CurrentTerms.CRate => (context.Cell.OneCAmperes, "'active_mass' and 'nominal_capacity'"),
            CurrentTerms.PerMass => (context.Cell.ActiveMass?.Value ?? double.NaN, "'active_mass'"),
            CurrentTerms.PerArea => (context.Cell.Area?.Value ?? double.NaN, "'area'"),
            _ => (1, ""),
        };
        if (double.IsNaN(unit))
        {
            node.Report($"{node.Description}, but the cell file of {context.Cell.Name} states no {needed}",
                $"a current in A, mA or uA, or {needed} in the cell file");
        }
        return Number * unit;
    }
}
