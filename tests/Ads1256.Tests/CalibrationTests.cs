using CsCheck;
using Iot.Device.Ads1256.Tests.Fakes;

namespace Iot.Device.Ads1256.Tests;

[TestClass]
public sealed class CalibrationTests
{
    [TestMethod]
    public void SelfCalibrate_Working_LoadsGainSendsCommandWaitsAndReadsCoefficients()
    {
        using var bench = new Bench();
        bench.Adc.Initialize(DataRate.Sps25);
        bench.Chip.Frames.Clear();
        bench.Chip.NextCalibration = (-2, 0x3A99FF);
        var before = bench.Clock.Nanoseconds;
        bench.Adc.SelfCalibrate(PgaGain.X16);
        CollectionAssert.AreEqual(new[]
        {
            "51 09 01 04 43 00 00 00 00 A0 99 3A",
            "F0",
            "15 05 (6511) [FE FF FF FF 99 3A]",
        }, bench.Chip.Frames);
        Assert.IsGreaterThanOrEqualTo(123_200_000, bench.Clock.Nanoseconds - before);
        Assert.AreEqual(new CalibrationCoefficients(-2, 0x3A99FF), bench.Adc.GetCalibration(PgaGain.X16));
    }

    [TestMethod]
    public void Convert_JustCalibratedGain_LoadsNothing()
    {
        using var bench = Bench.Calibrated();
        bench.Adc.Convert(AnalogInput.Ain0, AnalogInput.Ain1, PgaGain.X4);
        Assert.AreEqual("51 00 01 FC (3125) 00", bench.Chip.Frames[0]);
    }

    [TestMethod]
    [DataRow(0, 0x3A99A0 * 94 / 100)]
    [DataRow(0, 0x3A99A0 * 106 / 100)]
    [DataRow(0, 0)]
    [DataRow(0x4B0000 / 10, 0x3A99A0)]
    public void SelfCalibrate_ImplausibleCoefficients_ThrowsAndKeepsNothing(int offset, int fullScale)
    {
        using var bench = new Bench();
        bench.Adc.Initialize(DataRate.Sps25);
        bench.Chip.NextCalibration = (offset, fullScale);
        var exception = Assert.ThrowsExactly<Ads1256CalibrationException>(() => bench.Adc.SelfCalibrate(PgaGain.X1));
        StringAssert.Contains(exception.Message, "VREFP");
        Assert.IsFalse(bench.Adc.IsCalibrated(PgaGain.X1));
    }

    [TestMethod]
    public void SelfCalibrate_NeverReady_IsATimeout()
    {
        using var bench = new Bench();
        bench.Adc.Initialize(DataRate.Sps25);
        bench.Chip.IsSilent = true;
        var before = bench.Clock.Nanoseconds;
        Assert.ThrowsExactly<Ads1256TimeoutException>(() => bench.Adc.SelfCalibrate(PgaGain.X1));
        Assert.AreEqual(1.1 * 123_200_000 + 20_000_000, bench.Clock.Nanoseconds - before, 2_000_000);
    }

    [TestMethod]
    public void SetDataRate_ForgetsCalibrations()
    {
        using var bench = Bench.Calibrated();
        bench.Adc.SetDataRate(DataRate.Sps10);
        Assert.ThrowsExactly<InvalidOperationException>(() => bench.Adc.Convert(AnalogInput.Ain0, AnalogInput.Ain1, PgaGain.X1));
        Assert.AreEqual(100_175_000, bench.Adc.SettlingNanoseconds);
    }

    [TestMethod]
    public void SetBuffer_ForgetsCalibrations()
    {
        using var bench = Bench.Calibrated();
        bench.Adc.SetBuffer(true);
        Assert.IsFalse(bench.Adc.IsCalibrated(PgaGain.X1));
        Assert.AreEqual("50 00 02", bench.Chip.Frames[^1]);
    }

    [TestMethod]
    [DataRow(CalibrationKind.SelfOffset, CalibrationKind.SelfGain, "F1", "F2")]
    [DataRow(CalibrationKind.SystemOffset, CalibrationKind.SystemGain, "F3", "F4")]
    public void Calibrate_OffsetThenGain_MakesTheGainUsable(CalibrationKind offset, CalibrationKind gain, string first, string second)
    {
        using var bench = new Bench();
        bench.Adc.Initialize(DataRate.Sps25);
        bench.Chip.Frames.Clear();
        bench.Chip.NextCalibration = (77, 0x3A9000);
        bench.Adc.Calibrate(offset, AnalogInput.Ain4, AnalogInput.Ain5, PgaGain.X2);
        Assert.IsFalse(bench.Adc.IsCalibrated(PgaGain.X2));
        bench.Adc.Calibrate(gain, AnalogInput.Ain4, AnalogInput.Ain5, PgaGain.X2);
        Assert.AreEqual(new CalibrationCoefficients(77, 0x3A9000), bench.Adc.GetCalibration(PgaGain.X2));
        Assert.AreEqual("51 09 45 01 43 00 00 00 00 A0 99 3A", bench.Chip.Frames[0]);
        Assert.AreEqual("51 09 45 01 43 00 4D 00 00 A0 99 3A", bench.Chip.Frames[3], "the offset found first is in place for the gain");
        Assert.AreEqual(first, bench.Chip.Frames[1]);
        Assert.AreEqual(second, bench.Chip.Frames[4]);
    }

    [TestMethod]
    public void SetCalibration_Given_IsLoadedByTheNextConversion()
    {
        using var bench = Bench.Calibrated();
        bench.Adc.SetCalibration(PgaGain.X64, new CalibrationCoefficients(-0x800000, 0xFFFFFF));
        bench.Adc.Convert(AnalogInput.Ain0, AnalogInput.Ain1, PgaGain.X64);
        Assert.AreEqual("51 09 01 06 43 00 00 00 80 FF FF FF FC (3125) 00", bench.Chip.Frames[0]);
        Assert.AreEqual(new CalibrationCoefficients(-0x800000, 0xFFFFFF), bench.Adc.ReadCalibration());
    }

    [TestMethod]
    public void AutoCalibration_GainChanges_WaitsAndKeepsWhatTheChipFound()
    {
        using var bench = Bench.Calibrated();
        bench.Adc.SetAutoCalibration(true);
        Assert.AreEqual("50 00 04", bench.Chip.Frames[^1]);
        var before = bench.Clock.Nanoseconds;
        bench.Chip.AfterWrite = () => bench.Chip.AutoCalibrate((5, 0x3A99A5), PgaGain.X8);
        bench.Adc.Convert(AnalogInput.Ain0, AnalogInput.Ain1, PgaGain.X8);
        Assert.IsGreaterThanOrEqualTo(123_200_000 + 40_175_000, bench.Clock.Nanoseconds - before);
        Assert.AreEqual(new CalibrationCoefficients(5, 0x3A99A5), bench.Adc.GetCalibration(PgaGain.X8));
    }

    /// <summary>Tables 16 to 19 of the data sheet, at the corners and where the gain matters.</summary>
    [TestMethod]
    [DataRow(CalibrationKind.SelfOffset, DataRate.Sps30000, PgaGain.X1, 387)]
    [DataRow(CalibrationKind.SystemOffset, DataRate.Sps2Point5, PgaGain.X64, 800_300)]
    [DataRow(CalibrationKind.SystemGain, DataRate.Sps15000, PgaGain.X64, 484)]
    [DataRow(CalibrationKind.SelfGain, DataRate.Sps30000, PgaGain.X4, 451)]
    [DataRow(CalibrationKind.SelfGain, DataRate.Sps7500, PgaGain.X64, 751)]
    [DataRow(CalibrationKind.SelfOffsetAndGain, DataRate.Sps15000, PgaGain.X8, 762)]
    [DataRow(CalibrationKind.SelfOffsetAndGain, DataRate.Sps25, PgaGain.X4, 123_200)]
    [DataRow(CalibrationKind.SelfOffsetAndGain, DataRate.Sps2Point5, PgaGain.X16, 1_227_200)]
    public void CalibrationNanoseconds_IsThatOfTheDataSheet(CalibrationKind kind, DataRate rate, PgaGain gain, int microseconds) =>
        Assert.AreEqual(microseconds * 1_000L, Ads1256Timing.CalibrationNanoseconds(kind, rate, gain));

    [TestMethod]
    public void CalibrationNanoseconds_OffsetAndSystemGain_FollowTheirFormulas()
    {
        foreach (var rate in DataRates.All)
        {
            var filterOutput = 256 / 7.68e6 * 1e9;
            var offset = (2 * rate.Averages() + 9.6) * filterOutput;
            var systemGain = (2 * rate.Averages() + 10.5) * filterOutput;
            Assert.AreEqual(offset, Ads1256Timing.CalibrationNanoseconds(CalibrationKind.SelfOffset, rate, PgaGain.X1), Math.Max(2_000, 0.05 * offset));
            Assert.AreEqual(systemGain, Ads1256Timing.CalibrationNanoseconds(CalibrationKind.SystemGain, rate, PgaGain.X1), Math.Max(2_000, 0.05 * systemGain));
        }
    }

    [TestMethod]
    public void Coefficients_AnyThatFit_SurviveTheRegisters() =>
        Gen.Select(Gen.Int[-0x80_0000, 0x7F_FFFF], Gen.Int[0, 0xFF_FFFF]).Sample((offset, fullScale) =>
        {
            using var bench = Bench.Calibrated();
            bench.Adc.SetCalibration(PgaGain.X2, new CalibrationCoefficients(offset, fullScale));
            bench.Adc.Convert(AnalogInput.Ain0, AnalogInput.Ain1, PgaGain.X2);
            return bench.Adc.ReadCalibration() == new CalibrationCoefficients(offset, fullScale);
        }, iter: 50, seed: "0000KOIPJy82", threads: 1);

    [TestMethod]
    public void Coefficients_TooLarge_AreRefused()
    {
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new CalibrationCoefficients(0x80_0000, 0));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new CalibrationCoefficients(0, -1));
    }
}
