namespace CoinRig.Temperature.Tests;

[TestClass]
public sealed class Ds18b20Tests
{
    [TestMethod]
    [DataRow("23937\n", 23.937)]
    [DataRow("0\n", 0.0)]
    [DataRow("-10125\n", -10.125)]
    [DataRow("125000\n", 125.0)]
    public void TryRead_TemperatureFile_GivesDegrees(string text, double expected)
    {
        using var folder = new SensorFolder().With("temperature", text);
        Assert.IsTrue(new Ds18b20(folder.Sensor).TryRead(out var temperature));
        Assert.AreEqual(expected, temperature.DegreesCelsius, 1e-9);
    }

    [TestMethod]
    [DataRow("85000\n", DisplayName = "the scratchpad's content at power-up")]
    [DataRow("-127000\n", DisplayName = "below the range")]
    [DataRow("127937\n", DisplayName = "above the range")]
    [DataRow("", DisplayName = "empty")]
    [DataRow("none\n", DisplayName = "a word")]
    public void TryRead_SuspectValue_GivesNone(string text)
    {
        using var folder = new SensorFolder().With("temperature", text);
        Assert.IsFalse(new Ds18b20(folder.Sensor).TryRead(out _));
    }

    [TestMethod]
    public void TryRead_Unplugged_GivesNone()
    {
        using var folder = new SensorFolder();
        Assert.IsFalse(new Ds18b20(folder.Sensor).TryRead(out _));
        Assert.IsFalse(new Ds18b20(folder.Sensor + "-gone").TryRead(out _));
    }

    /// <summary>Scratchpads of the data sheet's table 1: +25.0625 and -10.125 degC, with the CRC of the bytes.</summary>
    [TestMethod]
    [DataRow("91 01 4b 46 7f ff 0c 10 70 : crc=70 YES\n91 01 4b 46 7f ff 0c 10 70 t=25062\n", 25.062)]
    [DataRow("5e ff 4b 46 7f ff 0c 10 6a : crc=6a YES\n5e ff 4b 46 7f ff 0c 10 6a t=-10125\n", -10.125)]
    public void TryRead_W1Slave_GivesDegrees(string text, double expected)
    {
        using var folder = new SensorFolder().With("w1_slave", text);
        Assert.IsTrue(new Ds18b20(folder.Sensor).TryRead(out var temperature));
        Assert.AreEqual(expected, temperature.DegreesCelsius, 1e-9);
    }

    [TestMethod]
    [DataRow("91 01 4b 46 7f ff 0c 10 70 : crc=71 NO\n91 01 4b 46 7f ff 0c 10 70 t=25062\n", DisplayName = "the kernel says NO")]
    [DataRow("91 01 4b 46 7f ff 0c 11 70 : crc=70 YES\n91 01 4b 46 7f ff 0c 11 70 t=25062\n", DisplayName = "the CRC does not match")]
    [DataRow("00 00 00 00 00 00 00 00 00 : crc=00 YES\n00 00 00 00 00 00 00 00 00 t=0\n", DisplayName = "a shorted bus")]
    [DataRow("50 05 4b 46 7f ff 0c 10 1c : crc=1c YES\n50 05 4b 46 7f ff 0c 10 1c t=85000\n", DisplayName = "85 degC")]
    [DataRow("91 01 : crc=25 YES\n91 01 t=25062\n", DisplayName = "cut short")]
    [DataRow("91 01 4b 46 7f ff 0c 10 70 : crc=70 YES\n91 01 4b 46 7f ff 0c 10 70\n", DisplayName = "without a temperature")]
    [DataRow("", DisplayName = "empty")]
    public void TryRead_W1SlaveBroken_GivesNone(string text)
    {
        using var folder = new SensorFolder().With("w1_slave", text);
        Assert.IsFalse(new Ds18b20(folder.Sensor).TryRead(out _));
    }

    [TestMethod]
    public void FindAll_OneSensor_FindsIt()
    {
        using var folder = new SensorFolder();
        Directory.CreateDirectory(Path.Combine(folder.Devices, "w1_bus_master1"));
        Assert.AreEqual("28-0000075ab6c1", Ds18b20.FindAll(folder.Devices).Single().Address);
        Assert.IsEmpty(Ds18b20.FindAll(folder.Devices + "-gone"));
    }
}
