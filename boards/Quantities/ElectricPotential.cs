namespace UnitsNet;

/// <summary>A voltage. Stands in for the type of the same name in the UnitsNet package.</summary>
public readonly record struct ElectricPotential : IComparable<ElectricPotential>
{
    ElectricPotential(double volts) => Volts = volts;

    /// <summary>The value in volts.</summary>
    public double Volts { get; }

    /// <summary>The value in millivolts.</summary>
    public double Millivolts => Volts * 1e3;

    /// <summary>The value in microvolts.</summary>
    public double Microvolts => Volts * 1e6;

    /// <summary>Makes a quantity from volts.</summary>
    public static ElectricPotential FromVolts(double value) => new(value);

    /// <summary>Makes a quantity from millivolts.</summary>
    public static ElectricPotential FromMillivolts(double value) => new(value / 1e3);

    /// <summary>Makes a quantity from microvolts.</summary>
    public static ElectricPotential FromMicrovolts(double value) => new(value / 1e6);

    /// <inheritdoc/>
    public int CompareTo(ElectricPotential other) => Volts.CompareTo(other.Volts);

    /// <summary>Whether the left quantity is smaller.</summary>
    public static bool operator <(ElectricPotential left, ElectricPotential right) => left.Volts < right.Volts;

    /// <summary>Whether the left quantity is larger.</summary>
    public static bool operator >(ElectricPotential left, ElectricPotential right) => left.Volts > right.Volts;

    /// <summary>Whether the left quantity is smaller or equal.</summary>
    public static bool operator <=(ElectricPotential left, ElectricPotential right) => left.Volts <= right.Volts;

    /// <summary>Whether the left quantity is larger or equal.</summary>
    public static bool operator >=(ElectricPotential left, ElectricPotential right) => left.Volts >= right.Volts;
}
