namespace UnitsNet;

/// <summary>A temperature. Stands in for the type of the same name in the UnitsNet package.</summary>
public readonly record struct Temperature
{
    const double ZeroCelsiusInKelvins = 273.15;

    Temperature(double kelvins) => Kelvins = kelvins;

    /// <summary>The value in kelvins.</summary>
    public double Kelvins { get; }

    /// <summary>The value in degrees Celsius.</summary>
    public double DegreesCelsius => Kelvins - ZeroCelsiusInKelvins;

    /// <summary>Makes a temperature from kelvins.</summary>
    public static Temperature FromKelvins(double value) => new(value);

    /// <summary>Makes a temperature from degrees Celsius.</summary>
    public static Temperature FromDegreesCelsius(double value) => new(value + ZeroCelsiusInKelvins);
}
