namespace CoinRig.Firmware.Tests;

/// <summary>From the ADC's codes to millivolts and degrees.</summary>
[TestClass]
public class ReadingTests
{
    [TestMethod]
    [DataRow(0, 142)]
    [DataRow(1000, 1760)]
    [DataRow(4094, 6766)]
    public void Divider_Code_IsMillivolts(int code, int millivolts) => Assert.AreEqual(millivolts, new Divider(1618, 142).Millivolts(code));

    [TestMethod]
    public void Divider_Clipped_IsNoReading()
    {
        Assert.IsFalse(Divider.IsPlausible(4095));
        Assert.IsFalse(Divider.IsPlausible(-1));
        Assert.IsTrue(Divider.IsPlausible(0));
    }

    [TestMethod]
    [DataRow(3129, 0)]
    [DataRow(2048, 250)]
    [DataRow(820, 603)]
    public void Thermistor_Code_IsDecidegrees(int code, int decidegrees)
    {
        var difference = Thermistor.Temperature(code) - decidegrees;
        Assert.IsTrue(difference <= 12 && difference >= -12, "more than 1.2 degrees off");
    }

    [TestMethod]
    public void Thermistor_BrokenOrShorted_IsNoReading()
    {
        Assert.IsFalse(Thermistor.IsPlausible(4095));
        Assert.IsFalse(Thermistor.IsPlausible(0));
    }

    [TestMethod]
    public void Thermistor_Warmer_HasLowerCodes()
    {
        for (var code = 129; code <= 3840; code++)
        {
            Assert.IsTrue(Thermistor.Temperature(code) <= Thermistor.Temperature(code - 1));
        }
    }
}
