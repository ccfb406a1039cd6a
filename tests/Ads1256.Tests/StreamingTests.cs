using CoinRig.Clock;
using Iot.Device.Ads1256.Tests.Fakes;

namespace Iot.Device.Ads1256.Tests;

[TestClass]
public sealed class StreamingTests
{
    const long Period25 = 40_000_000, Settling25 = 40_175_000;

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void ReadData_InTime_GivesOneResultAPeriod(bool continuousRead)
    {
        using var bench = Bench.Calibrated();
        bench.Adc.StartFreeRunning(AnalogInput.Ain0, AnalogInput.Ain1, PgaGain.X4, continuousRead);
        Assert.AreEqual(continuousRead, bench.Chip.IsContinuous);
        var first = bench.Adc.ReadData();
        for (var i = 1; i <= 10; i++)
        {
            var next = bench.Adc.ReadData();
            Assert.AreEqual(first.CenterNanoseconds + i * Period25, next.CenterNanoseconds, 20_000.0);
        }
        Assert.AreEqual(0, bench.Adc.MissedResults);
        Assert.AreEqual(continuousRead ? " (6511) [12 34 56]" : "01 (6511) [12 34 56]", bench.Chip.Frames[^1]);
    }

    [TestMethod]
    public void ReadData_FirstResult_IsDatedByTheRestart()
    {
        using var bench = Bench.Calibrated();
        bench.Adc.StartFreeRunning(AnalogInput.Ain0, AnalogInput.Ain1, PgaGain.X4);
        Assert.AreEqual(bench.Chip.StartedAt + Settling25 / 2, bench.Adc.ReadData().CenterNanoseconds, 20_000.0);
    }

    [TestMethod]
    public void ReadData_Late_CountsWhatWasOverwrittenAndDatesTheNewest()
    {
        using var bench = Bench.Calibrated();
        bench.Adc.StartFreeRunning(AnalogInput.Ain0, AnalogInput.Ain1, PgaGain.X4);
        var first = bench.Adc.ReadData();
        bench.Clock.Wait(Period25 * 35 / 10);
        var late = bench.Adc.ReadData();
        Assert.AreEqual(2, bench.Adc.MissedResults);
        Assert.AreEqual(first.CenterNanoseconds + 3 * Period25, late.CenterNanoseconds, 20_000.0);
    }

    [TestMethod]
    public void ReadData_StalledWhileReading_GivesTheNextResultAndCountsTheLostOne()
    {
        using var bench = Bench.Calibrated();
        bench.Adc.StartFreeRunning(AnalogInput.Ain0, AnalogInput.Ain1, PgaGain.X4);
        var first = bench.Adc.ReadData();
        bench.Chip.ReadingStalls.Enqueue(39_980_000);
        var next = bench.Adc.ReadData();
        Assert.AreEqual(1, bench.Adc.MissedResults);
        Assert.AreEqual(first.CenterNanoseconds + 2 * Period25, next.CenterNanoseconds, 20_000.0);
    }

    [TestMethod]
    public void ReadData_NotStarted_Throws()
    {
        using var bench = Bench.Calibrated();
        Assert.ThrowsExactly<InvalidOperationException>(() => bench.Adc.ReadData());
    }

    [TestMethod]
    public void ReadData_ChipFallsSilent_IsATimeout()
    {
        using var bench = Bench.Calibrated();
        bench.Adc.StartFreeRunning(AnalogInput.Ain0, AnalogInput.Ain1, PgaGain.X4);
        bench.Adc.ReadData();
        bench.Chip.IsSilent = true;
        Assert.ThrowsExactly<Ads1256TimeoutException>(() => bench.Adc.ReadData());
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void ReadData_DeadBus_IsAnErrorAtTheThirdReading(bool continuousRead)
    {
        using var bench = Bench.Calibrated();
        bench.Adc.StartFreeRunning(AnalogInput.Ain0, AnalogInput.Ain1, PgaGain.X4, continuousRead);
        bench.Chip.BusReads = 0;
        bench.Adc.ReadData();
        bench.Adc.ReadData();
        Assert.ThrowsExactly<Ads1256RegisterException>(() => bench.Adc.ReadData());
    }

    [TestMethod]
    public void Convert_WhileReadingContinuously_StopsThatFirst()
    {
        using var bench = Bench.Calibrated();
        bench.Adc.StartFreeRunning(AnalogInput.Ain0, AnalogInput.Ain1, PgaGain.X4, continuousRead: true);
        bench.Adc.ReadData();
        bench.Chip.Frames.Clear();
        bench.Adc.Convert(AnalogInput.Ain2, AnalogInput.Ain3, PgaGain.X4);
        CollectionAssert.AreEqual(new[] { "0F", "51 00 23 FC (3125) 00", "01 (6511) [12 34 56]" }, bench.Chip.Frames);
    }
}
