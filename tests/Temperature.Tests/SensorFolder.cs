namespace CoinRig.Temperature.Tests;

/// <summary>A folder that looks like a sensor's in sysfs; gone when disposed.</summary>
sealed class SensorFolder : IDisposable
{
    readonly DirectoryInfo _devices = Directory.CreateTempSubdirectory("coinrig-w1-");

    public SensorFolder() => Directory.CreateDirectory(Sensor);

    public string Devices => _devices.FullName;

    public string Sensor => Path.Combine(Devices, "28-0000075ab6c1");

    public SensorFolder With(string file, string text)
    {
        File.WriteAllText(Path.Combine(Sensor, file), text);
        return this;
    }

    public void Dispose() => _devices.Delete(recursive: true);
}
