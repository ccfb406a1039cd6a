using CsCheck;
using Iot.Device.Ads1256.Tests.Fakes;
using UnitsNet;

namespace Iot.Device.Ads1256.Tests;

/// <summary>Worked examples of the data sheet: codes, register bytes and times.</summary>
[TestClass]
public sealed class GoldenVectorTests
{
    [TestMethod]
    [DataRow(0x7FFFFF, 5.000000000, true)]
    [DataRow(0x000001, 5.960465188e-7, false)]
    [DataRow(0x000000, 0.0, false)]
    [DataRow(0xFFFFFF, -5.960465188e-7, false)]
    [DataRow(0x800001, -5.0, false)]
    [DataRow(0x800000, -5.000000596, true)]
    public void Convert_Code_IsTheDataSheetsVoltage(int code, double volts, bool isClipped)
    {
        using var bench = Bench.Calibrated();
        bench.Chip.CodeOf = _ => code;
        var result = bench.Adc.Convert(AnalogInput.Ain0, AnalogInput.Ain1, PgaGain.X1);
        Assert.AreEqual(volts, result.Volts, Math.Max(1e-16, 1e-10 * Math.Abs(volts)));
        Assert.AreEqual(isClipped, result.IsClipped);
    }

    [TestMethod]
    [DataRow(AnalogInput.Ain0, AnalogInput.AinCom, "08")]
    [DataRow(AnalogInput.Ain7, AnalogInput.AinCom, "78")]
    [DataRow(AnalogInput.Ain0, AnalogInput.Ain1, "01")]
    [DataRow(AnalogInput.Ain2, AnalogInput.Ain3, "23")]
    [DataRow(AnalogInput.Ain6, AnalogInput.Ain7, "67")]
    [DataRow(AnalogInput.AinCom, AnalogInput.Ain0, "80")]
    public void Convert_Inputs_MakeTheMuxByte(AnalogInput positive, AnalogInput negative, string mux)
    {
        using var bench = Bench.Calibrated();
        bench.Adc.Convert(positive, negative, PgaGain.X4);
        StringAssert.StartsWith(bench.Chip.Frames[0], $"51 00 {mux} ");
        Assert.AreEqual(positive, bench.Adc.PositiveInput);
        Assert.AreEqual(negative, bench.Adc.NegativeInput);
    }

    [TestMethod]
    [DataRow(SensorDetectCurrent.Off, "52 00 00")]
    [DataRow(SensorDetectCurrent.HalfMicroampere, "52 00 08")]
    [DataRow(SensorDetectCurrent.TwoMicroamperes, "52 00 10")]
    [DataRow(SensorDetectCurrent.TenMicroamperes, "52 00 18")]
    public void SetSensorDetectCurrent_AtGainOne_MakesTheAdconByte(SensorDetectCurrent current, string frame)
    {
        using var bench = new Bench();
        bench.Adc.Initialize(DataRate.Sps25);
        bench.Adc.SetSensorDetectCurrent(current);
        Assert.AreEqual(frame, bench.Chip.Frames[^1]);
        Assert.AreEqual(current, bench.Adc.SensorDetectCurrent);
    }

    [TestMethod]
    public void ReadRegister_DataRate_IsOneThreeZeroZero()
    {
        using var bench = Bench.Calibrated();
        Assert.AreEqual(0x43, bench.Adc.ReadRegister(Register.Drate));
        Assert.AreEqual("13 00 (6511) [43]", bench.Chip.Frames[^1]);
        Assert.AreEqual(3, bench.Adc.ReadIdentity());
    }

    /// <summary>Table 13: t18 in ms as printed. At 15 kSPS the printed value alone is coarser than its neighbours, 0.25 for 0.242.</summary>
    [TestMethod]
    [DataRow(30000, 0.21)]
    [DataRow(15000, 0.25)]
    [DataRow(7500, 0.31)]
    [DataRow(3750, 0.44)]
    [DataRow(2000, 0.68)]
    [DataRow(1000, 1.18)]
    [DataRow(500, 2.18)]
    [DataRow(100, 10.18)]
    [DataRow(60, 16.84)]
    [DataRow(50, 20.18)]
    [DataRow(30, 33.51)]
    [DataRow(25, 40.18)]
    [DataRow(15, 66.84)]
    [DataRow(10, 100.18)]
    [DataRow(5, 200.18)]
    [DataRow(2.5, 400.18)]
    public void SettlingNanoseconds_IsThatOfTheDataSheet(double samplesPerSecond, double milliseconds)
    {
        var rate = DataRates.FromSamplesPerSecond(samplesPerSecond);
        Assert.AreEqual(milliseconds, Ads1256Timing.SettlingNanoseconds(rate) / 1e6, 0.0085);
    }

    /// <summary>Table 14: multiplexer cycling throughput 1/t19, with WREG and SYNC at the fastest SPI clock.</summary>
    [TestMethod]
    [DataRow(DataRate.Sps30000, 4374)]
    [DataRow(DataRate.Sps15000, 3817)]
    [DataRow(DataRate.Sps7500, 3043)]
    [DataRow(DataRate.Sps3750, 2165)]
    [DataRow(DataRate.Sps2000, 1438)]
    [DataRow(DataRate.Sps1000, 837)]
    [DataRow(DataRate.Sps500, 456)]
    [DataRow(DataRate.Sps100, 98)]
    [DataRow(DataRate.Sps10, 10)]
    public void SettlingNanoseconds_WithItsFrames_GivesTheThroughputOfTheDataSheet(DataRate rate, int perSecond)
    {
        var t19 = Ads1256Timing.SettlingNanoseconds(rate) / 1e9 + 32.0 / Ads1256.MaximumSpiClockFrequency + (4 + 24) / 7.68e6;
        Assert.AreEqual(perSecond, Math.Round(1 / t19), 1);
    }

    [TestMethod]
    [DataRow(PgaGain.X1, 596.0)]
    [DataRow(PgaGain.X2, 298.0)]
    [DataRow(PgaGain.X4, 149.0)]
    [DataRow(PgaGain.X8, 74.5)]
    [DataRow(PgaGain.X16, 37.3)]
    [DataRow(PgaGain.X32, 18.6)]
    [DataRow(PgaGain.X64, 9.3)]
    public void CodeVoltage_At2Point5Volts_IsThatOfTheDataSheet(PgaGain gain, double nanovolts)
    {
        using var bench = new Bench();
        Assert.AreEqual(nanovolts, bench.Adc.CodeVoltage(gain).Volts * 1e9, 0.06);
    }

    [TestMethod]
    public void Convert_AnyCodeAndGain_ScalesLinearlyAndKeepsItsSign()
    {
        using var bench = Bench.Calibrated();
        foreach (var gain in Enum.GetValues<PgaGain>())
        {
            bench.Adc.SetCalibration(gain, CalibrationCoefficients.Ideal(DataRate.Sps25));
        }
        Gen.Select(Gen.Int[-0x80_0000, 0x7F_FFFF], Gen.Enum<PgaGain>()).Sample((code, gain) =>
        {
            bench.Chip.CodeOf = _ => code & 0xFF_FFFF;
            var result = bench.Adc.Convert(AnalogInput.Ain0, AnalogInput.Ain1, gain);
            var back = Math.Round(result.Volts / (2 * 2.5 / (gain.Factor() * 8388607.0)));
            return result.Code == code && back == code && result.IsClipped == code is 0x7F_FFFF or -0x80_0000;
        }, iter: 2_000, seed: "0000KOIPJy82", threads: 1);
    }

    [TestMethod]
    public void Reference_OutsideOfWhatTheChipTakes_IsRefused()
    {
        using var bench = new Bench();
        foreach (var volts in new[] { 0.4, 2.7, double.NaN })
        {
            Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new Ads1256(bench.Chip, bench.Gpio, 4, bench.Clock, ElectricPotential.FromVolts(volts)));
        }
    }

    [TestMethod]
    public void FromNumbers_OtherThanTheChips_AreRefusedWithTheList()
    {
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => DataRates.FromSamplesPerSecond(20)).Message, "30, 25, 15");
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => PgaGains.FromFactor(3)).Message, "1, 2, 4, 8");
        Assert.AreEqual(PgaGain.X64, PgaGains.FromFactor(64));
        Assert.AreEqual(DataRate.Sps2Point5, DataRates.FromSamplesPerSecond(2.5));
    }
}
