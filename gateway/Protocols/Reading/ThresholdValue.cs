using System.Globalization;
using CoinRig.Documents;

namespace CoinRig.Protocols;

/// <summary>The value in an end condition, with the quantity that its unit or its name shows.</summary>
/// <param name="Quantity">What it is a value of; <see cref="Measured.Current"/> for any current.</param>
/// <param name="Value">The value in SI (degC for temperature, a result's in the unit of its rows).</param>
readonly record struct ThresholdValue(Measured Quantity, double Value)
{
    /// <summary>Names beside those of results.</summary>
    internal static IReadOnlyList<string> Names { get; } =
    [
        "time", "voltage", "current", "|current|", "absolute_current", "charge", "capacity", "energy", "power", "dV/dt", "|dV/dt|", "absolute_dV/dt", "temperature", "cycle",
    ];

    /// <summary>Whether the value is a C-rate that follows the last measured capacity.</summary>
    internal bool FollowsCapacity { get; init; }

    /// <summary>Reads a value for a named quantity, or for any where the name is empty; null if it is none.</summary>
    internal static ThresholdValue? Read(ProtocolContext context, DocumentNode node, string name, string text, Measured time)
    {
        bool Asks(params ReadOnlySpan<string> names) => name.Length == 0 || names.Contains(name);
        if (ResultNames.Find(name) is { } result)
        {
            return Is(text, result.Dimension, out var threshold) ? new(Measured.Result, threshold / result.RowUnit) : null;
        }
        if (Asks("voltage") && Is(text, Dimension.Voltage, out var value))
        {
            return new(Measured.Voltage, value);
        }
        if (Asks("current", "|current|", "absolute_current") && CurrentValue.TryParse(text, out var current))
        {
            return new(name is "|current|" or "absolute_current" ? Measured.AbsoluteCurrent : Measured.Current, current.Resolve(context, node))
            {
                FollowsCapacity = context.FollowsCapacity(current),
            };
        }
        if (Asks("time") && Is(text, Dimension.Time, out value))
        {
            return new(time, value);
        }
        if (Asks("charge", "capacity") && Charge(context, node, text) is { } coulombs)
        {
            return new(Measured.StepCharge, coulombs);
        }
        if (Asks("energy") && Is(text, Dimension.Energy, out value))
        {
            return new(Measured.StepEnergy, value);
        }
        if (name == "power" && Is(text, Dimension.Power, out value))
        {
            return new(Measured.Power, value);
        }
        if (name is "dV/dt" or "|dV/dt|" or "absolute_dV/dt" && Is(text, Dimension.SweepRate, out value))
        {
            return new(name == "dV/dt" ? Measured.VoltageSlope : Measured.AbsoluteVoltageSlope, value);
        }
        if (name == "cycle" && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var cycle))
        {
            return new(Measured.Cycle, cycle);
        }
        return Asks("temperature") && Is(text, Dimension.Celsius, out value) ? new(Measured.Temperature, value) : null;
    }

    static double? Charge(ProtocolContext context, DocumentNode node, string text)
    {
        if (Is(text, Dimension.Charge, out var value))
        {
            context.StepsInAbsoluteUnits.Add(context.StepNumber);
            return value;
        }
        if (!Is(text, Dimension.SpecificCapacity, out value))
        {
            return null;
        }
        context.StepsInAbsoluteUnits.Add(context.StepNumber);
        if (context.Cell.ActiveMass is null)
        {
            node.Report($"'{text}', but the cell file of {context.Cell.Name} states no 'active_mass'", "a charge in mAh, or 'active_mass' in the cell file");
        }
        return value * context.Cell.ActiveMass?.Value ?? double.NaN;
    }

    static bool Is(string text, Dimension dimension, out double value)
    {
        var read = Amount.TryParse(text, dimension, out var amount) && amount.Uncertainty == 0;
        value = amount.Value;
        return read;
    }
}
