using System.Device.Gpio;
using Iot.Device.Ads1256.Tests.Fakes;

namespace Iot.Device.Ads1256.Tests;

[TestClass]
public sealed class InitializationTests
{
    [TestMethod]
    public void Initialize_WithResetPin_ResetsChecksWritesAndReadsBack()
    {
        using var bench = new Bench();
        var pulses = new List<(int Pin, PinValue Level, long At)>();
        var reset = bench.Pins.Written!;
        bench.Pins.Written = (pin, level) =>
        {
            pulses.Add((pin, level, bench.Clock.Nanoseconds));
            reset(pin, level);
        };
        bench.Adc.Initialize(DataRate.Sps25, bufferEnabled: true);
        CollectionAssert.AreEqual(new[]
        {
            "10 0A (6511) [30 01 20 F0 E0 00 00 00 08 AC 44]",
            "50 04 02 01 00 43 00",
            "10 0A (6511) [32 01 00 43 00 00 00 00 08 AC 44]",
        }, bench.Chip.Frames);
        var low = pulses.Single(pulse => pulse.Pin == FakeChip.ResetPin && pulse.Level == PinValue.Low);
        var high = pulses.Single(pulse => pulse.Pin == FakeChip.ResetPin && pulse.Level == PinValue.High);
        Assert.IsGreaterThanOrEqualTo(521, high.At - low.At, "t16 is 4 periods of the master clock");
        Assert.AreEqual(PinValue.High, bench.Pins.Level(FakeChip.SyncPin));
    }

    [TestMethod]
    public void Initialize_WithoutResetPin_SendsTheCommandAndAllowsAnyClockOutput()
    {
        using var bench = new Bench(resetPin: false);
        bench.Adc.Initialize(DataRate.Sps10);
        Assert.AreEqual("FE", bench.Chip.Frames[0]);
        Assert.AreEqual("50 04 00 01 00 23 00", bench.Chip.Frames[2]);
    }

    [TestMethod]
    public void Initialize_WithoutResetPinAndChipBusy_WaitsForDataReadyBeforeTheCommand()
    {
        using var bench = new Bench(resetPin: false);
        bench.Chip.Reset();
        bench.Adc.Initialize(DataRate.Sps10);
        Assert.IsGreaterThanOrEqualTo(596_000, bench.Chip.ResetCommandAt);
    }

    [TestMethod]
    [DataRow(0x00, "identity is 0")]
    [DataRow(0xFF, "identity is 15")]
    [DataRow(0x18, "identity is 1")]
    public void Initialize_OtherIdentity_SaysWhatWasReadAndWhatToCheck(int read, string expected)
    {
        using var bench = new Bench();
        bench.Chip.BusReads = (byte)read;
        var exception = Assert.ThrowsExactly<Ads1256IdentityException>(() => bench.Adc.Initialize(DataRate.Sps25));
        StringAssert.Contains(exception.Message, expected);
        StringAssert.Contains(exception.Message, "check");
        Assert.AreEqual(read >> 4, exception.Found);
    }

    [TestMethod]
    public void Initialize_DataReadyStaysHigh_OnAChipThatAnswers_NamesTheLine()
    {
        using var bench = new Bench();
        bench.Chip.IsSilent = true;
        var exception = Assert.ThrowsExactly<Ads1256DataReadyException>(() => bench.Adc.Initialize(DataRate.Sps25));
        Assert.IsFalse(exception.IsLow);
        StringAssert.Contains(exception.Message, "stays high");
        Assert.ThrowsExactly<InvalidOperationException>(() => bench.Adc.Convert(AnalogInput.Ain0, AnalogInput.Ain1, PgaGain.X1));
    }

    [TestMethod]
    [DataRow(0x00)]
    [DataRow(0xFF)]
    public void Initialize_DataReadyStaysHigh_AndNothingAnswers_IsATimeout(int read)
    {
        using var bench = new Bench();
        bench.Chip.IsSilent = true;
        bench.Chip.BusReads = (byte)read;
        Assert.ThrowsExactly<Ads1256TimeoutException>(() => bench.Adc.Initialize(DataRate.Sps25));
    }

    /// <summary>A wire without contact reads low, because the Pi pulls its line down: the chip takes DRDY high while it is held in reset.</summary>
    [TestMethod]
    public void Initialize_DataReadyLowInReset_NamesTheLine()
    {
        using var bench = new Bench();
        bench.Pins.Connect(FakeChip.DataReadyPin, () => PinValue.Low);
        var exception = Assert.ThrowsExactly<Ads1256DataReadyException>(() => bench.Adc.Initialize(DataRate.Sps25));
        Assert.IsTrue(exception.IsLow);
        StringAssert.Contains(exception.Message, "held in reset");
    }

    [TestMethod]
    public void Initialize_WrongResetValue_NamesTheRegister()
    {
        using var bench = new Bench();
        var reset = bench.Pins.Written!;
        bench.Pins.Written = (pin, level) =>
        {
            reset(pin, level);
            bench.Chip.Registers[3] = 0x13;
        };
        var exception = Assert.ThrowsExactly<Ads1256RegisterException>(() => bench.Adc.Initialize(DataRate.Sps25));
        StringAssert.Contains(exception.Message, "DRATE holds 0x13 instead of 0xF0");
    }

    [TestMethod]
    public void Initialize_Again_ForgetsCalibrations()
    {
        using var bench = Bench.Calibrated();
        Assert.IsTrue(bench.Adc.IsCalibrated(PgaGain.X4));
        bench.Adc.Initialize(DataRate.Sps25);
        Assert.IsFalse(bench.Adc.IsCalibrated(PgaGain.X4));
    }

    [TestMethod]
    [DataRow(1_920_001)]
    [DataRow(0)]
    public void Constructor_IllegalSpiClock_IsRefused(int frequency) =>
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new Bench(spiClockFrequency: frequency));

    [TestMethod]
    public void SpiClockFrequency_LeavesT11BetweenBytes() =>
        Assert.IsGreaterThanOrEqualTo(4 / 7.68e6, 0.5 / Ads1256.SpiClockFrequency);

    [TestMethod]
    public void Dispose_ClosesPinsAndTransport_Once()
    {
        var bench = new Bench();
        bench.Adc.Dispose();
        bench.Adc.Dispose();
        Assert.IsTrue(bench.Chip.IsDisposed);
        Assert.IsEmpty(bench.Pins.OpenPins);
        Assert.ThrowsExactly<ObjectDisposedException>(() => bench.Adc.Initialize(DataRate.Sps25));
    }

    [TestMethod]
    public void Dispose_TransportNotOwned_LeavesIt()
    {
        var bench = new Bench(shouldDispose: false);
        bench.Adc.Dispose();
        Assert.IsFalse(bench.Chip.IsDisposed);
    }
}
