using CoinRig.Clock;
using Iot.Device.Ads1256.Tests.Fakes;

namespace Iot.Device.Ads1256.Tests;

[TestClass]
public sealed class ConversionTests
{
    const long Settling25 = 40_175_000; // t18 at 25 SPS, table 13

    [TestMethod]
    public void Convert_SameGain_WritesMuxSyncWakeUpAndReadsData()
    {
        using var bench = Bench.Calibrated();
        bench.Adc.Convert(AnalogInput.Ain2, AnalogInput.Ain3, PgaGain.X4);
        CollectionAssert.AreEqual(new[] { "51 00 23 FC (3125) 00", "01 (6511) [12 34 56]" }, bench.Chip.Frames);
    }

    [TestMethod]
    public void Convert_OtherGain_LoadsThatGainsCalibrationInTheSameFrame()
    {
        using var bench = Bench.Calibrated();
        bench.Adc.Convert(AnalogInput.Ain0, AnalogInput.Ain1, PgaGain.X1);
        bench.Adc.Convert(AnalogInput.Ain2, AnalogInput.Ain3, PgaGain.X4);
        Assert.AreEqual("51 09 01 00 43 00 02 01 00 A1 99 3A FC (3125) 00", bench.Chip.Frames[0]);
        Assert.AreEqual("51 09 23 02 43 00 FE FE FF A4 99 3A FC (3125) 00", bench.Chip.Frames[2]);
        bench.Adc.CheckRegisters();
    }

    [TestMethod]
    public void Convert_FastSpiClock_SplitsTheFrameSoThatT11IsKept()
    {
        using var bench = Bench.Calibrated(1_000_000);
        bench.Adc.Convert(AnalogInput.Ain2, AnalogInput.Ain3, PgaGain.X4);
        CollectionAssert.AreEqual(new[] { "51 00 23", "FC (3125) 00", "01 (6511) [12 34 56]" }, bench.Chip.Frames);
    }

    [TestMethod]
    public void Convert_Result_IsCodeVoltsAndCentreOfTheWindow()
    {
        using var bench = Bench.Calibrated();
        var result = bench.Adc.Convert(AnalogInput.Ain0, AnalogInput.Ain1, PgaGain.X4);
        Assert.AreEqual(0x123456, result.Code);
        Assert.AreEqual(0x123456 * 5.0 / 4 / 0x7FFFFF, result.Volts, 1e-15);
        Assert.AreEqual(bench.Chip.StartedAt + Settling25 / 2, result.CenterNanoseconds, 1_000.0);
        Assert.IsFalse(result.IsClipped);
    }

    [TestMethod]
    public void Convert_StaleLowLevelOfDataReady_IsNotTakenForTheNewResult()
    {
        using var bench = Bench.Calibrated();
        bench.Chip.StaleNanoseconds = 5_000_000;
        Assert.AreEqual(0x123456, bench.Adc.Convert(AnalogInput.Ain0, AnalogInput.Ain1, PgaGain.X1).Code);
    }

    [TestMethod]
    public void Convert_StalledBeforeTheStart_StillRefusesTheStaleLevelAndDatesTheResultRight()
    {
        using var bench = Bench.Calibrated();
        bench.Chip.StallNanoseconds = 100_000_000;
        bench.Chip.StaleNanoseconds = 5_000_000;
        var result = bench.Adc.Convert(AnalogInput.Ain0, AnalogInput.Ain1, PgaGain.X4);
        Assert.AreEqual(0x123456, result.Code);
        Assert.AreEqual(bench.Chip.StartedAt + Settling25 / 2, result.CenterNanoseconds, 20_000.0);
    }

    [TestMethod]
    public void Convert_ReadTooLateOnce_IsRepeatedAndDatedRight()
    {
        using var bench = Bench.Calibrated();
        bench.Chip.ReadingStalls.Enqueue(39_980_000);
        var result = bench.Adc.Convert(AnalogInput.Ain0, AnalogInput.Ain1, PgaGain.X4);
        Assert.AreEqual(1, bench.Adc.LateReadings);
        Assert.AreEqual(bench.Chip.StartedAt + Settling25 / 2, result.CenterNanoseconds, 20_000.0);
    }

    [TestMethod]
    public void Convert_ReadLateButInTime_IsTaken()
    {
        using var bench = Bench.Calibrated();
        bench.Chip.ReadingStalls.Enqueue(39_900_000);
        bench.Adc.Convert(AnalogInput.Ain0, AnalogInput.Ain1, PgaGain.X4);
        Assert.AreEqual(0, bench.Adc.LateReadings);
    }

    [TestMethod]
    public void Convert_ReadTooLateThreeTimes_IsAnError()
    {
        using var bench = Bench.Calibrated();
        for (var i = 0; i < 3; i++)
        {
            bench.Chip.ReadingStalls.Enqueue(100_000_000);
        }
        var exception = Assert.ThrowsExactly<Ads1256LateException>(() => bench.Adc.Convert(AnalogInput.Ain0, AnalogInput.Ain1, PgaGain.X4));
        StringAssert.Contains(exception.Message, "40 ms");
    }

    [TestMethod]
    public void Convert_SlowChipClock_WaitsForTheFallAndDatesByIt()
    {
        using var bench = Bench.Calibrated();
        bench.Chip.Settling = nominal => nominal + nominal / 50;
        var result = bench.Adc.Convert(AnalogInput.Ain0, AnalogInput.Ain1, PgaGain.X1);
        Assert.AreEqual(0x123456, result.Code);
        Assert.AreEqual(bench.Chip.ReadyAt - Settling25 / 2, result.CenterNanoseconds, 20_000.0);
    }

    [TestMethod]
    public void Convert_DataReadyStaysHigh_ThrowsAfterOneAndAHalfSettlingTimesAnd20Milliseconds()
    {
        using var bench = Bench.Calibrated();
        bench.Chip.IsSilent = true;
        var before = bench.Clock.Nanoseconds;
        var exception = Assert.ThrowsExactly<Ads1256TimeoutException>(() => bench.Adc.Convert(AnalogInput.Ain0, AnalogInput.Ain1, PgaGain.X1));
        Assert.AreEqual(1.5 * Settling25 + 20 * RigClockExtensions.Millisecond, bench.Clock.Nanoseconds - before, 1_000_000);
        StringAssert.Contains(exception.Message, "DRDY");
    }

    [TestMethod]
    public void Convert_AfterATimeout_WorksAgain()
    {
        using var bench = Bench.Calibrated();
        bench.Chip.IsSilent = true;
        Assert.ThrowsExactly<Ads1256TimeoutException>(() => bench.Adc.Convert(AnalogInput.Ain0, AnalogInput.Ain1, PgaGain.X1));
        bench.Chip.IsSilent = false;
        Assert.AreEqual(0x123456, bench.Adc.Convert(AnalogInput.Ain0, AnalogInput.Ain1, PgaGain.X1).Code);
    }

    [TestMethod]
    public void Convert_GainNotCalibrated_ThrowsWithTheCure()
    {
        using var bench = Bench.Calibrated();
        var exception = Assert.ThrowsExactly<InvalidOperationException>(() => bench.Adc.Convert(AnalogInput.Ain0, AnalogInput.Ain1, PgaGain.X8));
        Assert.AreEqual("Gain 8 has not been calibrated at 25 samples a second with the buffer off: call SelfCalibrate(PgaGain.X8) first.", exception.Message);
        Assert.IsEmpty(bench.Chip.Frames);
    }

    [TestMethod]
    public void Convert_BeforeInitialize_Throws()
    {
        using var bench = new Bench();
        Assert.ThrowsExactly<InvalidOperationException>(() => bench.Adc.Convert(AnalogInput.Ain0, AnalogInput.Ain1, PgaGain.X1));
    }

    [TestMethod]
    public void Convert_UnknownInput_Throws()
    {
        using var bench = Bench.Calibrated();
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => bench.Adc.Convert((AnalogInput)9, AnalogInput.Ain1, PgaGain.X1));
    }

    [TestMethod]
    public void Convert_SteadyState_AllocatesNothing()
    {
        using var bench = Bench.Calibrated();
        bench.Chip.IsRecording = false;
        bench.Chip.CodeOf = mux => 0x123456 + mux;
        long Spend(int conversions)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < conversions; i++)
            {
                bench.Adc.Convert(AnalogInput.Ain0, AnalogInput.Ain1, PgaGain.X1);
                bench.Adc.Convert(AnalogInput.Ain2, AnalogInput.Ain3, PgaGain.X4);
            }
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
        Spend(1_000);
        Assert.AreEqual(0, Spend(1_000));
    }
}
