namespace UnitsNet;

/// <summary>A resistance. Stands in for the type of the same name in the UnitsNet package.</summary>
public readonly record struct ElectricResistance : IComparable<ElectricResistance>
{
    ElectricResistance(double ohms) => Ohms = ohms;

    /// <summary>The value in ohms.</summary>
    public double Ohms { get; }

    /// <summary>The value in kiloohms.</summary>
    public double Kiloohms => Ohms * 1e-3;

    /// <summary>Makes a quantity from ohms.</summary>
    public static ElectricResistance FromOhms(double value) => new(value);

    /// <summary>Makes a quantity from kiloohms.</summary>
    public static ElectricResistance FromKiloohms(double value) => new(value / 1e-3);

    /// <inheritdoc/>
    public int CompareTo(ElectricResistance other) => Ohms.CompareTo(other.Ohms);

    /// <summary>Whether the left quantity is smaller.</summary>
    public static bool operator <(ElectricResistance left, ElectricResistance right) => left.Ohms < right.Ohms;

    /// <summary>Whether the left quantity is larger.</summary>
    public static bool operator >(ElectricResistance left, ElectricResistance right) => left.Ohms > right.Ohms;

    /// <summary>Whether the left quantity is smaller or equal.</summary>
    public static bool operator <=(ElectricResistance left, ElectricResistance right) => left.Ohms <= right.Ohms;

    /// <summary>Whether the left quantity is larger or equal.</summary>
    public static bool operator >=(ElectricResistance left, ElectricResistance right) => left.Ohms >= right.Ohms;
}
