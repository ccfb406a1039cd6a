namespace CoinRig.Documents;

/// <summary>A kind of quantity with the units that may be written for it. Values are kept in the unit whose factor is 1.</summary>
/// <param name="name">What it is, for messages.</param>
/// <param name="example">A value as a person would write it.</param>
/// <param name="units">Unit names with their factors to SI.</param>
public sealed class Dimension(string name, string example, params (string Unit, double Factor)[] units)
{
    /// <summary>What it is, for messages.</summary>
    public string Name { get; } = name;

    /// <summary>A value as a person would write it.</summary>
    public string Example { get; } = example;

    /// <summary>The units, for messages.</summary>
    public string UnitList { get; } = string.Join(", ", units.Select(u => u.Unit));

    /// <summary>Voltage, V.</summary>
    public static Dimension Voltage { get; } = new("voltage", "4.2 V", ("V", 1), ("mV", 1e-3), ("uV", 1e-6));

    /// <summary>Current, A; positive charges the cell.</summary>
    public static Dimension Current { get; } = new("current", "100 uA", ("A", 1), ("mA", 1e-3), ("uA", 1e-6), ("nA", 1e-9));

    /// <summary>Current per active mass, A/kg; positive charges the cell.</summary>
    public static Dimension SpecificCurrent { get; } = new("specific current", "18 mA/g", ("mA/g", 1), ("A/g", 1e3), ("uA/g", 1e-3), ("A/kg", 1));

    /// <summary>Current per electrode area, A/m2; positive charges the cell.</summary>
    public static Dimension CurrentDensity { get; } = new("current density", "0.1 mA/cm2", ("mA/cm2", 10), ("uA/cm2", 1e-2), ("A/m2", 1));

    /// <summary>Time, s.</summary>
    public static Dimension Time { get; } = new("time", "30 min", ("s", 1), ("ms", 1e-3), ("us", 1e-6), ("min", 60), ("h", 3600), ("d", 86400),
        ("second", 1), ("seconds", 1), ("sec", 1), ("minute", 60), ("minutes", 60), ("hour", 3600), ("hours", 3600), ("hr", 3600), ("day", 86400), ("days", 86400));

    /// <summary>Charge, C (ampere seconds).</summary>
    public static Dimension Charge { get; } = new("charge", "0.5 mAh", ("Ah", 3600), ("mAh", 3.6), ("uAh", 3.6e-3), ("As", 1), ("C", 1));

    /// <summary>Energy, J.</summary>
    public static Dimension Energy { get; } = new("energy", "2 mWh", ("Wh", 3600), ("mWh", 3.6), ("uWh", 3.6e-3), ("J", 1), ("mJ", 1e-3));

    /// <summary>Power, W; positive charges the cell.</summary>
    public static Dimension Power { get; } = new("power", "2 mW", ("W", 1), ("mW", 1e-3), ("uW", 1e-6), ("nW", 1e-9));

    /// <summary>Diffusion coefficient, m2/s.</summary>
    public static Dimension Diffusivity { get; } = new("diffusion coefficient", "1e-12 cm2/s", ("m2/s", 1), ("cm2/s", 1e-4));

    /// <summary>Specific capacity, C/kg.</summary>
    public static Dimension SpecificCapacity { get; } = new("specific capacity", "180 mAh/g", ("mAh/g", 3600), ("Ah/kg", 3600), ("C/kg", 1));

    /// <summary>Mass, kg.</summary>
    public static Dimension Mass { get; } = new("mass", "3.39 mg", ("kg", 1), ("g", 1e-3), ("mg", 1e-6), ("ug", 1e-9));

    /// <summary>Area, m2.</summary>
    public static Dimension Area { get; } = new("area", "1.131 cm2", ("m2", 1), ("cm2", 1e-4), ("mm2", 1e-6));

    /// <summary>Length, m.</summary>
    public static Dimension Length { get; } = new("length", "1.75 um", ("m", 1), ("mm", 1e-3), ("um", 1e-6), ("nm", 1e-9));

    /// <summary>Molar mass, kg/mol.</summary>
    public static Dimension MolarMass { get; } = new("molar mass", "96.55 g/mol", ("kg/mol", 1), ("g/mol", 1e-3));

    /// <summary>Molar volume, m3/mol.</summary>
    public static Dimension MolarVolume { get; } = new("molar volume", "20.5 cm3/mol", ("m3/mol", 1), ("cm3/mol", 1e-6));

    /// <summary>Resistance, ohm.</summary>
    public static Dimension Resistance { get; } = new("resistance", "10 kohm", ("ohm", 1), ("mohm", 1e-3), ("kohm", 1e3), ("Mohm", 1e6));

    /// <summary>Capacitance, F.</summary>
    public static Dimension Capacitance { get; } = new("capacitance", "2 mF", ("F", 1), ("mF", 1e-3), ("uF", 1e-6), ("nF", 1e-9));

    /// <summary>Sweep rate, V/s.</summary>
    public static Dimension SweepRate { get; } = new("sweep rate", "0.1 mV/s", ("V/s", 1), ("mV/s", 1e-3), ("uV/s", 1e-6),
        ("mV/min", 1e-3 / 60), ("uV/min", 1e-6 / 60), ("V/h", 1.0 / 3600), ("mV/h", 1e-3 / 3600), ("uV/h", 1e-6 / 3600));

    /// <summary>Frequency, Hz; for conversions also SPS.</summary>
    public static Dimension Frequency { get; } = new("frequency", "10 Hz", ("Hz", 1), ("kHz", 1e3), ("MHz", 1e6), ("SPS", 1));

    /// <summary>Ratio, 1.</summary>
    public static Dimension Ratio { get; } = new("ratio", "50 ppm", ("1", 1), ("%", 1e-2), ("ppm", 1e-6));

    /// <summary>Temperature in degrees Celsius, the one quantity that is not kept in SI: a protocol's limits and a lab's records are in degC.</summary>
    public static Dimension Celsius { get; } = new("temperature", "45 degC", ("degC", 1));

    /// <summary>The factor to SI of a unit. The micro sign may be written u, µ or μ; "°C" is "degC".</summary>
    public bool TryFactor(string unit, out double factor)
    {
        var plain = unit.Replace('µ', 'u').Replace('μ', 'u').Replace("Ω", "ohm").Replace("°C", "degC").Replace("²", "2").Replace("³", "3");
        foreach (var (name, value) in units)
        {
            if (name == plain)
            {
                factor = value;
                return true;
            }
        }
        factor = 0;
        return false;
    }
}
