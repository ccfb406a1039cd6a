namespace CoinRig.Temperature;

/// <summary>
/// A DS18B20 on the 1-Wire bus, through the kernel's w1_therm driver. Each reading starts a conversion and takes up to
/// 750 ms at 12 bits (DS18B20 data sheet 19-7487, electrical characteristics, tCONV).
/// </summary>
/// <param name="folder">The sensor's folder, as <c>/sys/bus/w1/devices/28-0123456789ab</c>.</param>
public sealed class Ds18b20(string folder) : IThermometer
{
    /// <summary>Where the kernel shows the sensors of all 1-Wire buses.</summary>
    public const string DefaultDevicesFolder = "/sys/bus/w1/devices";

    /// <summary>
    /// What the scratchpad holds at power-up (data sheet, table 1): a sensor whose supply dips during a conversion says
    /// this, and a coin cell never has it.
    /// </summary>
    const int PowerOnMillidegrees = 85_000;

    /// <summary>The measuring range (data sheet, features), in thousandths of a degree Celsius.</summary>
    const int LowestMillidegrees = -55_000, HighestMillidegrees = 125_000;

    /// <summary>The sensor's 64-bit address as the kernel writes it: "28-0123456789ab".</summary>
    public string Address => Path.GetFileName(folder.TrimEnd('/'));

    /// <summary>All sensors that are plugged in, ordered by address.</summary>
    /// <param name="devicesFolder">Where the kernel shows 1-Wire devices.</param>
    public static IReadOnlyList<Ds18b20> FindAll(string devicesFolder = DefaultDevicesFolder) => Directory.Exists(devicesFolder)
        ? [.. Directory.GetDirectories(devicesFolder, "28-*").Order(StringComparer.Ordinal).Select(f => new Ds18b20(f))]
        : [];

    /// <inheritdoc/>
    public bool TryRead(out UnitsNet.Temperature temperature)
    {
        temperature = default;
        // Kernels before 5.9 have no 'temperature' file.
        var path = Path.Combine(folder, "temperature");
        var value = File.Exists(path) ? SysfsFile.Millidegrees(SysfsFile.Read(path)) : W1Slave.Millidegrees(SysfsFile.Read(Path.Combine(folder, "w1_slave")));
        if (value is not (>= LowestMillidegrees and <= HighestMillidegrees) or PowerOnMillidegrees)
        {
            return false;
        }
        temperature = UnitsNet.Temperature.FromDegreesCelsius(value.Value / 1000.0);
        return true;
    }
}
