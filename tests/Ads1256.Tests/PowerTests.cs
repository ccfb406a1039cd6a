using System.Device.Gpio;
using CoinRig.Clock;
using Iot.Device.Ads1256.Tests.Fakes;

namespace Iot.Device.Ads1256.Tests;

[TestClass]
public sealed class PowerTests
{
    [TestMethod]
    public void Standby_Then_WakeUp_LetsConversionsGoOn()
    {
        using var bench = Bench.Calibrated();
        bench.Adc.Standby();
        Assert.AreEqual("FD", bench.Chip.Frames[^1]);
        Assert.ThrowsExactly<InvalidOperationException>(() => bench.Adc.Convert(AnalogInput.Ain0, AnalogInput.Ain1, PgaGain.X1));
        bench.Chip.Settling = nominal => nominal + 33_334;
        bench.Adc.WakeUp();
        Assert.AreEqual("00", bench.Chip.Frames[^1]);
        Assert.AreEqual(0x123456, bench.Adc.Convert(AnalogInput.Ain0, AnalogInput.Ain1, PgaGain.X1).Code);
    }

    [TestMethod]
    public void PowerDown_HoldsTheLineForTwentyPeriods_AndPowerUpChecksTheSettings()
    {
        using var bench = Bench.Calibrated();
        var before = bench.Clock.Nanoseconds;
        bench.Adc.PowerDown();
        Assert.AreEqual(PinValue.Low, bench.Pins.Level(FakeChip.SyncPin));
        Assert.IsGreaterThanOrEqualTo(20 * 40 * RigClockExtensions.Millisecond, bench.Clock.Nanoseconds - before);
        Assert.ThrowsExactly<InvalidOperationException>(() => bench.Adc.CheckRegisters());
        bench.Adc.PowerUp();
        Assert.AreEqual(PinValue.High, bench.Pins.Level(FakeChip.SyncPin));
        StringAssert.StartsWith(bench.Chip.Frames[^1], "10 0A ");
    }

    [TestMethod]
    public void PowerUp_SettingsLost_Throws()
    {
        using var bench = Bench.Calibrated();
        bench.Adc.PowerDown();
        bench.Chip.Registers[3] = 0xF0;
        Assert.ThrowsExactly<Ads1256RegisterException>(bench.Adc.PowerUp);
    }

    [TestMethod]
    public void SynchronizeByPin_PulsesForFourClockPeriods()
    {
        using var bench = Bench.Calibrated();
        var edges = new List<(PinValue Level, long At)>();
        bench.Pins.Written = (_, level) => edges.Add((level, bench.Clock.Nanoseconds));
        bench.Adc.SynchronizeByPin();
        Assert.AreEqual(PinValue.Low, edges[0].Level);
        Assert.AreEqual(PinValue.High, edges[1].Level);
        Assert.IsGreaterThanOrEqualTo(521, edges[1].At - edges[0].At);
    }

    [TestMethod]
    public void SynchronizeByPin_NotWired_SaysSo()
    {
        using var bench = new Bench(syncPin: false);
        bench.Adc.Initialize(DataRate.Sps25);
        StringAssert.Contains(Assert.ThrowsExactly<InvalidOperationException>(bench.Adc.SynchronizeByPin).Message, "not wired");
    }
}
