using System.Device.Gpio;
using System.Device.Spi;

namespace CoinRig.Twin.Tests;

/// <summary>Bus and lines behave as those of the Raspberry Pi do.</summary>
[TestClass]
public sealed class PinTests
{
    [TestMethod]
    public void Transfer_TakesItsBitsOverTheClockFrequency()
    {
        var host = new RawHost(null);
        var spi = host.Board.OpenSpi(new(0, 0) { Mode = SpiMode.Mode1, ClockFrequency = 100_000 });
        var start = host.Clock.Nanoseconds;
        spi.Write(new byte[5]);
        Assert.AreEqual(400_000, host.Clock.Nanoseconds - start);
    }

    [TestMethod]
    public void Transfer_WithNoChipSelected_ReadsZeros()
    {
        var host = new RawHost(null);
        var answer = new byte[] { 1, 2, 3 };
        host.Spi.TransferFullDuplex([0x10, 0x00, 0x00], answer);
        CollectionAssert.AreEqual(new byte[3], answer);
    }

    [TestMethod]
    [DataRow(SpiMode.Mode0)]
    [DataRow(SpiMode.Mode2)]
    [DataRow(SpiMode.Mode3)]
    public void Mode_OtherThanOne_IsRefusedAtTheChips(SpiMode mode)
    {
        var host = new RawHost(null);
        var spi = host.Board.OpenSpi(new(0, 0) { Mode = mode, ClockFrequency = 900_000 });
        host.Set(23, false);
        StringAssert.Contains(AdsBench.Refused("mode", () => spi.Write([0x10, 0x00, 0x00])).Message, "mode 1");
    }

    [TestMethod]
    public void Clock_TooFastForTheAdc_IsRefusedThere_AndTakenByTheDac()
    {
        var host = new RawHost(null);
        var spi = host.Board.OpenSpi(new(0, 0) { Mode = SpiMode.Mode1, ClockFrequency = 8_000_000 });
        host.Set(23, false);
        spi.Write([0x10, 0x12, 0x34]);
        host.Set(23, true);
        Assert.AreEqual(0x1234, host.Board.Dac.Code(0));
        host.Set(22, false);
        AdsBench.Refused("t1", () => spi.Write([0x10, 0x00]));
    }

    [TestMethod]
    public void Line_NotOpenOrNoOutput_CannotBeWritten()
    {
        var host = new RawHost(null);
        Assert.ThrowsExactly<InvalidOperationException>(() => host.Gpio.Write(4, PinValue.High));
        Assert.ThrowsExactly<InvalidOperationException>(() => host.Gpio.Write([new PinValuePair(17, PinValue.High)]));
        host.Gpio.ClosePin(5);
        Assert.ThrowsExactly<InvalidOperationException>(() => host.Gpio.Write(5, PinValue.High));
    }

    [TestMethod]
    public void Line_Closed_KeepsItsLevel_AndMadeAnInput_FallsByItsPullDown()
    {
        var host = new RawHost(null);
        var driver = (TwinGpioDriver)host.Board.Gpio;
        host.Set(6, true);
        host.Gpio.ClosePin(6);
        Assert.IsTrue(driver.IsHigh(6));
        host.Gpio.OpenPin(6, PinMode.Input);
        Assert.IsFalse(driver.IsHigh(6));
        Assert.IsFalse(host.Channel.IsOutputEnabled);
    }

    [TestMethod]
    public void WaitForEvent_JumpsToTheFallOfDrdy()
    {
        var host = new RawHost(null);
        host.Start();
        var start = host.Clock.Nanoseconds;
        var result = host.Gpio.WaitForEvent(17, PinEventTypes.Falling, TimeSpan.FromSeconds(1));
        Assert.IsFalse(result.TimedOut);
        Assert.AreEqual(40.18e6, host.Clock.Nanoseconds - start, 30e3);
        host.Board.Faults.DataReadyStuck = StuckLevel.High;
        Assert.IsTrue(host.Gpio.WaitForEvent(17, PinEventTypes.Falling, TimeSpan.FromSeconds(1)).TimedOut);
    }

    [TestMethod]
    public void Boot_WithBothSelectLinesLow_HoldsTheAdcInReset()
    {
        var board = new BoardTwin(new RawHost(null).Profile, new Clock.VirtualClock(), 1, null, null);
        AdsBench.Refused("RESET", () => board.Spi.Write([0x10]));
    }
}
