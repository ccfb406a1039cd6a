using CoinRig.Temperature;

namespace CoinRig.Twin;

/// <summary>The twin's cell stands in a room of 25 degC, the temperature for which its parameters hold.</summary>
public sealed class RoomThermometer : IThermometer
{
    /// <inheritdoc/>
    public bool TryRead(out UnitsNet.Temperature temperature)
    {
        temperature = UnitsNet.Temperature.FromDegreesCelsius(25);
        return true;
    }
}
