using CoinRig.Documents;

namespace CoinRig.Protocols;

/// <summary>The value in an end condition, with the quantity that its unit or its name shows.</summary>
/// <param name="Quantity">What it is a value of; <see cref="Measured.Current"/> for any current.</param>
/// <param name="Value">The value in SI (degC for temperature).</param>
readonly record struct ThresholdValue(Measured Quantity, double Value)
{
    /// <summary>Reads a value for a named quantity, or for any where the name is empty; null if it is none.</summary>
    internal static ThresholdValue? Read(ProtocolContext context, DocumentNode node, string name, string text, Measured time)
    {
        bool Asks(params ReadOnlySpan<string> names) => name.Length == 0 || names.Contains(name);
        if (Asks("voltage") && Is(text, Dimension.Voltage, out var value))
        {
            return new(Measured.Voltage, value);
        }
        if (Asks("current", "|current|", "absolute_current") && CurrentValue.TryParse(text, out var current))
        {
            return new(name is "|current|" or "absolute_current" ? Measured.AbsoluteCurrent : Measured.Current, current.Resolve(context, node));
        }
        if (Asks("time") && Is(text, Dimension.Time, out value))
        {
            return new(time, value);
        }
        if (Asks("charge", "capacity") && Is(text, Dimension.Charge, out value))
        {
            context.StepsInAbsoluteUnits.Add(context.StepNumber);
            return new(Measured.StepCharge, value);
        }
        if (Asks("charge", "capacity") && Is(text, Dimension.SpecificCapacity, out value))
        {
            context.StepsInAbsoluteUnits.Add(context.StepNumber);
            if (context.Cell.ActiveMass is null)
            {
                node.Report($"'{text}', but the cell file of {context.Cell.Name} states no 'active_mass'",
                    "a charge in mAh, or 'active_mass' in the cell file");
            }
            return new(Measured.StepCharge, value * context.Cell.ActiveMass?.Value ?? double.NaN);
        }
        return Asks("temperature") && Is(text, Dimension.Celsius, out value) ? new(Measured.Temperature, value) : null;
    }

    static bool Is(string text, Dimension dimension, out double value)
    {
        var read = Amount.TryParse(text, dimension, out var amount) && amount.Uncertainty == 0;
        value = amount.Value;
        return read;
    }
}
