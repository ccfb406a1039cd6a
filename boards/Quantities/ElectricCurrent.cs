namespace UnitsNet;

/// <summary>A current; positive charges the cell. Stands in for the type of the same name in the UnitsNet package.</summary>
public readonly record struct ElectricCurrent : IComparable<ElectricCurrent>
{
    ElectricCurrent(double amperes) => Amperes = amperes;

    /// <summary>The value in amperes.</summary>
    public double Amperes { get; }

    /// <summary>The value in milliamperes.</summary>
    public double Milliamperes => Amperes * 1e3;

    /// <summary>The value in microamperes.</summary>
    public double Microamperes => Amperes * 1e6;

    /// <summary>Makes a quantity from amperes.</summary>
    public static ElectricCurrent FromAmperes(double value) => new(value);

    /// <summary>Makes a quantity from milliamperes.</summary>
    public static ElectricCurrent FromMilliamperes(double value) => new(value / 1e3);

    /// <summary>Makes a quantity from microamperes.</summary>
    public static ElectricCurrent FromMicroamperes(double value) => new(value / 1e6);

    /// <inheritdoc/>
    public int CompareTo(ElectricCurrent other) => Amperes.CompareTo(other.Amperes);

    /// <summary>Whether the left quantity is smaller.</summary>
    public static bool operator <(ElectricCurrent left, ElectricCurrent right) => left.Amperes < right.Amperes;

    /// <summary>Whether the left quantity is larger.</summary>
    public static bool operator >(ElectricCurrent left, ElectricCurrent right) => left.Amperes > right.Amperes;

    /// <summary>Whether the left quantity is smaller or equal.</summary>
    public static bool operator <=(ElectricCurrent left, ElectricCurrent right) => left.Amperes <= right.Amperes;

    /// <summary>Whether the left quantity is larger or equal.</summary>
    public static bool operator >=(ElectricCurrent left, ElectricCurrent right) => left.Amperes >= right.Amperes;
}
