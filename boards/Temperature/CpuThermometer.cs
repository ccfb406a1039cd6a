namespace CoinRig.Temperature;

/// <summary>The temperature of the Raspberry Pi's processor, through the kernel's first thermal zone.</summary>
/// <param name="path">The file that holds it.</param>
public sealed class CpuThermometer(string path = CpuThermometer.DefaultPath) : IThermometer
{
    /// <summary>Where the kernel shows it.</summary>
    public const string DefaultPath = "/sys/class/thermal/thermal_zone0/temp";

    /// <inheritdoc/>
    public bool TryRead(out UnitsNet.Temperature temperature)
    {
        var value = SysfsFile.Millidegrees(SysfsFile.Read(path));
        temperature = value is { } millidegrees ? UnitsNet.Temperature.FromDegreesCelsius(millidegrees / 1000.0) : default;
        return value is not null;
    }
}
