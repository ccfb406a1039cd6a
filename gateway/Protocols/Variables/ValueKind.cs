using CoinRig.Documents;

namespace CoinRig.Protocols;

/// <summary>A kind of value that an expression can be made of, and how one is written again.</summary>
/// <param name="Name">In a message: "a voltage".</param>
/// <param name="Dimension">Its units; null for a C-rate.</param>
/// <param name="Powers">Of what it is made.</param>
/// <param name="Units">In which a computed value is written, the largest first.</param>
sealed record ValueKind(string Name, Dimension? Dimension, Powers Powers, params IReadOnlyList<string> Units)
{
    internal static ValueKind Number { get; } = new("a number", Dimension.Ratio, new());

    internal static ValueKind Time { get; } = new("a time", Dimension.Time, new(Seconds: 1), "h", "min", "s");

    internal static ValueKind Temperature { get; } = new("a temperature", Dimension.Celsius, new(Celsius: 1), "degC");

    /// <summary>All of them; in this order a unit is looked up, so that "C" is a C-rate.</summary>
    internal static IReadOnlyList<ValueKind> All { get; } =
    [
        new("a C-rate", null, new(OneC: 1), "C"),
        new("a voltage", Dimension.Voltage, new(Volts: 1), "V", "mV"),
        new("a current", Dimension.Current, new(Amperes: 1), "A", "mA", "uA"),
        new("a current per mass", Dimension.SpecificCurrent, new(Amperes: 1, Kilograms: -1), "mA/g"),
        new("a current per area", Dimension.CurrentDensity, new(Amperes: 1, SquareMetres: -1), "mA/cm2"),
        Time,
        new("a sweep rate", Dimension.SweepRate, new(Volts: 1, Seconds: -1), "mV/s"),
        new("a charge", Dimension.Charge, new(Amperes: 1, Seconds: 1), "mAh"),
        new("a charge per mass", Dimension.SpecificCapacity, new(Amperes: 1, Seconds: 1, Kilograms: -1), "mAh/g"),
        new("an energy", Dimension.Energy, new(Volts: 1, Amperes: 1, Seconds: 1), "mWh"),
        new("a power", Dimension.Power, new(Volts: 1, Amperes: 1), "W", "mW", "uW"),
        new("a resistance", Dimension.Resistance, new(Volts: 1, Amperes: -1), "ohm"),
        new("a mass", Dimension.Mass, new(Kilograms: 1), "mg"),
        new("an area", Dimension.Area, new(SquareMetres: 1), "cm2"),
        new("a diffusion coefficient", Dimension.Diffusivity, new(SquareMetres: 1, Seconds: -1), "cm2/s"),
        Temperature,
        Number,
    ];

    /// <summary>Whether it says a current, in whatever terms.</summary>
    internal bool IsCurrent => Powers.OneC == 1 || Powers is { Amperes: 1, Volts: 0, Seconds: 0 };

    /// <summary>The factor of a unit to SI; null where it is none of this kind.</summary>
    internal double? Factor(string unit) => Dimension is null ? unit == "C" ? 1 : null : unit.Length > 0 && unit != "1" && Dimension.TryFactor(unit, out var factor) ? factor : null;

    /// <summary>The kind that is made of these powers; null where no key takes such a value.</summary>
    internal static ValueKind? Of(Powers powers) => All.FirstOrDefault(k => k.Powers == powers);
}
