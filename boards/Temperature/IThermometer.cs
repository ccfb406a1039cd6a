namespace CoinRig.Temperature;

/// <summary>Something that measures a temperature. Reading may block; it is done on a thread that nobody waits for.</summary>
public interface IThermometer
{
    /// <summary>Reads the temperature.</summary>
    /// <param name="temperature">The temperature, where there is one.</param>
    /// <returns>False where the sensor is absent, unplugged, or says something that it does not measure. No value is not 0 degC.</returns>
    bool TryRead(out UnitsNet.Temperature temperature);
}
