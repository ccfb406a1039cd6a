using Iot.Device.Ads1256.Tests.Fakes;

namespace Iot.Device.Ads1256.Tests;

[TestClass]
public sealed class SettingsTests
{
    [TestMethod]
    [DataRow(ClockOutput.Off, 0x00)]
    [DataRow(ClockOutput.Full, 0x20)]
    [DataRow(ClockOutput.Half, 0x40)]
    [DataRow(ClockOutput.Quarter, 0x60)]
    public void SetClockOutput_KeepsTheGain(ClockOutput output, int bits)
    {
        using var bench = Bench.Calibrated();
        bench.Adc.SetClockOutput(output);
        Assert.AreEqual($"52 00 {bits | 0x02:X2}", bench.Chip.Frames[^1]);
        Assert.AreEqual(output, bench.Adc.ClockOutput);
        bench.Adc.CheckRegisters();
    }

    [TestMethod]
    public void Convert_OtherGain_KeepsClockOutputAndSensorDetect()
    {
        using var bench = Bench.Calibrated();
        bench.Adc.SetClockOutput(ClockOutput.Half);
        bench.Adc.SetSensorDetectCurrent(SensorDetectCurrent.TwoMicroamperes);
        bench.Adc.Convert(AnalogInput.Ain0, AnalogInput.Ain1, PgaGain.X1);
        Assert.AreEqual(0x50, bench.Chip.Registers[2]);
    }

    [TestMethod]
    public void SetBitOrder_LeastSignificantFirst_GivesTheSameReadings()
    {
        using var bench = Bench.Calibrated();
        bench.Adc.SetBitOrder(BitOrder.LeastSignificantFirst);
        Assert.AreEqual("50 00 08", bench.Chip.Frames[^1]);
        Assert.AreEqual(0x123456, bench.Adc.Convert(AnalogInput.Ain0, AnalogInput.Ain1, PgaGain.X4).Code);
        bench.Adc.CheckRegisters();
        StringAssert.Contains(bench.Chip.Frames[^2], "[48 2C 6A]", "the wire carries the bytes turned round");
    }

    [TestMethod]
    public void DigitalPins_DirectionAndLevels_MakeTheIoByte()
    {
        using var bench = Bench.Calibrated();
        bench.Adc.SetDigitalOutputs(DigitalPins.D0 | DigitalPins.D3);
        Assert.AreEqual("54 00 60", bench.Chip.Frames[^1]);
        bench.Adc.WriteDigitalPins(DigitalPins.D3);
        Assert.AreEqual("54 00 68", bench.Chip.Frames[^1]);
        Assert.AreEqual(DigitalPins.D0 | DigitalPins.D3, bench.Adc.DigitalOutputs);
        bench.Chip.Registers[4] |= 0x02;
        Assert.AreEqual(DigitalPins.D3 | DigitalPins.D1, bench.Adc.ReadDigitalPins());
        bench.Adc.CheckRegisters();
    }

    [TestMethod]
    public void SetDataRate_AllSixteen_WriteTheirCode()
    {
        using var bench = Bench.Calibrated(1_900_000);
        string[] codes = ["F0", "E0", "D0", "C0", "B0", "A1", "92", "82", "72", "63", "53", "43", "33", "23", "13", "03"];
        for (var i = 0; i < codes.Length; i++)
        {
            bench.Adc.SetDataRate(DataRates.All[i]);
            Assert.AreEqual($"53 00 {codes[i]}", bench.Chip.Frames[^1]);
        }
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => bench.Adc.SetDataRate((DataRate)0x44));
    }

    [TestMethod]
    public void SetDataRate_ResultsFasterThanTheyCanBeRead_IsRefusedWithBothTimes()
    {
        using var bench = Bench.Calibrated(900_000);
        var exception = Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => bench.Adc.SetDataRate(DataRate.Sps30000));
        StringAssert.Contains(exception.Message, "42.1 us");
        StringAssert.Contains(exception.Message, "33.3 us");
        Assert.AreEqual(DataRate.Sps25, bench.Adc.DataRate);
        bench.Adc.SetDataRate(DataRate.Sps15000);
    }
}
