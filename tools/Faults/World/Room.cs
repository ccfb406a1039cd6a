using CoinRig.Temperature;

namespace CoinRig.Faults;

/// <summary>The cell's thermometer.</summary>
sealed class Room : IThermometer
{
    internal const double DegreesCelsius = 25;

    internal bool IsGone { get; set; }

    public bool TryRead(out UnitsNet.Temperature temperature)
    {
        temperature = UnitsNet.Temperature.FromDegreesCelsius(DegreesCelsius);
        return !IsGone;
    }
}
