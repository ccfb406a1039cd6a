namespace CoinRig.Temperature.Tests;

[TestClass]
public sealed class CpuThermometerTests
{
    [TestMethod]
    public void TryRead_ZoneFile_GivesDegrees()
    {
        using var folder = new SensorFolder().With("temp", "48312\n");
        Assert.IsTrue(new CpuThermometer(Path.Combine(folder.Sensor, "temp")).TryRead(out var temperature));
        Assert.AreEqual(48.312, temperature.DegreesCelsius, 1e-9);
    }

    [TestMethod]
    public void TryRead_NoZone_GivesNone()
    {
        using var folder = new SensorFolder();
        Assert.IsFalse(new CpuThermometer(Path.Combine(folder.Sensor, "temp")).TryRead(out _));
    }
}
