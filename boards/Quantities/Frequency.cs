namespace UnitsNet;

/// <summary>A frequency. Stands in for the type of the same name in the UnitsNet package.</summary>
public readonly record struct Frequency : IComparable<Frequency>
{
    Frequency(double hertz) => Hertz = hertz;

    /// <summary>The value in hertz.</summary>
    public double Hertz { get; }

    /// <summary>The value in kilohertz.</summary>
    public double Kilohertz => Hertz * 1e-3;

    /// <summary>The value in megahertz.</summary>
    public double Megahertz => Hertz * 1e-6;

    /// <summary>Makes a quantity from hertz.</summary>
    public static Frequency FromHertz(double value) => new(value);

    /// <summary>Makes a quantity from kilohertz.</summary>
    public static Frequency FromKilohertz(double value) => new(value / 1e-3);

    /// <summary>Makes a quantity from megahertz.</summary>
    public static Frequency FromMegahertz(double value) => new(value / 1e-6);

    /// <inheritdoc/>
    public int CompareTo(Frequency other) => Hertz.CompareTo(other.Hertz);

    /// <summary>Whether the left quantity is smaller.</summary>
    public static bool operator <(Frequency left, Frequency right) => left.Hertz < right.Hertz;

    /// <summary>Whether the left quantity is larger.</summary>
    public static bool operator >(Frequency left, Frequency right) => left.Hertz > right.Hertz;

    /// <summary>Whether the left quantity is smaller or equal.</summary>
    public static bool operator <=(Frequency left, Frequency right) => left.Hertz <= right.Hertz;

    /// <summary>Whether the left quantity is larger or equal.</summary>
    public static bool operator >=(Frequency left, Frequency right) => left.Hertz >= right.Hertz;
}
