namespace CoinRig.Twin.Tests;

/// <summary>Settling, DRDY and calibration times in virtual time against the tables of SBAS288K (hardware.md 1.3, 1.6, 1.9).</summary>
[TestClass]
public sealed class AdsTimingTests
{
    /// <summary>DRATE, SPS, averages, settling as the data sheet prints it in ms.</summary>
    public static IEnumerable<object[]> Rates =>
    [
        [(byte)0xF0, 30000.0, 1, 0.21], [(byte)0xE0, 15000.0, 2, 0.25], [(byte)0xD0, 7500.0, 4, 0.31], [(byte)0xC0, 3750.0, 8, 0.44],
        [(byte)0xB0, 2000.0, 15, 0.68], [(byte)0xA1, 1000.0, 30, 1.18], [(byte)0x92, 500.0, 60, 2.18], [(byte)0x82, 100.0, 300, 10.18],
        [(byte)0x72, 60.0, 500, 16.84], [(byte)0x63, 50.0, 600, 20.18], [(byte)0x53, 30.0, 1000, 33.51], [(byte)0x43, 25.0, 1200, 40.18],
        [(byte)0x33, 15.0, 2000, 66.84], [(byte)0x23, 10.0, 3000, 100.18], [(byte)0x13, 5.0, 6000, 200.18], [(byte)0x03, 2.5, 12000, 400.18],
    ];

    [TestMethod]
    [DynamicData(nameof(Rates))]
    public void Settling_AfterSyncAndWakeUp_IsThatOfTheTable(byte drate, double sps, int averages, double tableMilliseconds)
    {
        var bench = new AdsBench();
        bench.Configure(drate);
        var start = bench.SyncAndWakeUp();
        Assert.IsFalse(bench.IsReady);
        bench.WaitReady();
        var milliseconds = (bench.Now - start) * 1e-6;
        // The table is rounded to 0.01 ms; 15 kSPS prints 0.25 where the formula gives 0.242.
        Assert.AreEqual(tableMilliseconds, milliseconds, sps == 15000 ? 0.0085 : 0.0051);
        Assert.AreEqual(((averages + 5) * 256 + 64) * AdsBench.Tau * 1e-6, milliseconds, 2e-6);
    }

    [TestMethod]
    [DynamicData(nameof(Rates))]
    public void FreeRunning_Unread_PulsesDrdyHighForTheUpdateOnceAPeriod(byte drate, double sps, int averages, double tableMilliseconds)
    {
        var bench = new AdsBench();
        bench.Configure(drate);
        bench.WaitReady();
        var first = bench.Now;
        var period = averages * 256 * AdsBench.Tau;
        Assert.AreEqual(1e9 / sps, period, 1e-3 * period);
        Assert.IsGreaterThan(0, tableMilliseconds);
        foreach (var k in new[] { 1, 2, 1000 })
        {
            var next = first + k * period;
            Assert.IsTrue(bench.Chip.IsDataReady((long)(next - 17 * AdsBench.Tau)));
            Assert.IsFalse(bench.Chip.IsDataReady((long)(next - 15 * AdsBench.Tau)));
            Assert.IsFalse(bench.Chip.IsDataReady((long)(next - 2)));
            Assert.IsTrue(bench.Chip.IsDataReady((long)(next + 2)));
        }
    }

    [TestMethod]
    public void Drdy_After24Bits_GoesHighUntilTheNextResult()
    {
        var bench = new AdsBench();
        bench.Configure(0x43);
        bench.WaitReady();
        var first = bench.Now;
        bench.ReadData();
        Assert.IsFalse(bench.IsReady);
        bench.WaitReady();
        Assert.AreEqual(1200 * 256 * AdsBench.Tau, bench.Now - first, 2);
    }

    [TestMethod]
    public void Drdy_AfterFewerThan24Bits_StaysLow()
    {
        var bench = new AdsBench();
        bench.Configure(0x43);
        bench.WaitReady();
        bench.Select();
        bench.Clock(0x01);
        bench.WaitTau(50);
        bench.Clock(0, 0);
        bench.Release();
        Assert.IsTrue(bench.IsReady);
    }

    [TestMethod]
    public void Standby_ThenWakeUp_SettlesIn256TauMore()
    {
        var bench = new AdsBench();
        bench.Configure(0x82);
        bench.WaitReady();
        bench.ReadData();
        bench.Command(0xFD);
        bench.Wait(1);
        Assert.IsFalse(bench.IsReady);
        bench.Select();
        var start = bench.Now;
        bench.Clock(0x00);
        bench.Release();
        bench.WaitReady();
        Assert.AreEqual(((300 + 5) * 256 + 64 + 256) * AdsBench.Tau, bench.Now - start, 2);
    }

    [TestMethod]
    public void SyncPin_LowForFourTau_RestartsTheConversionOnItsRise()
    {
        var bench = new AdsBench();
        bench.Configure(0x82);
        bench.WaitReady();
        bench.Chip.SetSync(false, bench.Now);
        bench.WaitTau(4);
        bench.Chip.SetSync(true, bench.Now);
        var start = bench.Now;
        Assert.IsFalse(bench.IsReady);
        bench.WaitReady();
        Assert.AreEqual(10.18e6, bench.Now - start, 5.1e3);
    }

    /// <summary>DRATE, then ms: SELFOCAL and SYSOCAL, SYSGCAL, SELFGCAL and SELFCAL at gains 1, 2, 4, 8, 16 and 64.</summary>
    public static IEnumerable<object[]> Calibrations =>
    [
        [(byte)0xF0, .387, .417, new[] { .417, .417, .451, .517, .651, .651 }, new[] { .596, .596, .692, .696, .892, .892 }],
        [(byte)0xE0, .453, .484, new[] { .484, .484, .484, .551, .551, .551 }, new[] { .696, .696, .696, .762, .896, .896 }],
        [(byte)0xD0, .587, .617, new[] { .617, .617, .617, .617, .751, .751 }, new[] { .896, .896, .896, .896, 1.029, 1.029 }],
        [(byte)0xC0, .853, .884, Enumerable.Repeat(.884, 6).ToArray(), Enumerable.Repeat(1.3, 6).ToArray()],
        [(byte)0xB0, 1.3, 1.4, Enumerable.Repeat(1.4, 6).ToArray(), Enumerable.Repeat(2.0, 6).ToArray()],
        [(byte)0xA1, 2.3, 2.4, Enumerable.Repeat(2.4, 6).ToArray(), Enumerable.Repeat(3.6, 6).ToArray()],
        [(byte)0x92, 4.3, 4.4, Enumerable.Repeat(4.5, 6).ToArray(), Enumerable.Repeat(6.6, 6).ToArray()],
        [(byte)0x82, 20.3, 20.4, Enumerable.Repeat(21.0, 6).ToArray(), Enumerable.Repeat(31.2, 6).ToArray()],
        [(byte)0x72, 33.7, 33.7, Enumerable.Repeat(34.1, 6).ToArray(), Enumerable.Repeat(50.9, 6).ToArray()],
        [(byte)0x63, 40.3, 40.4, Enumerable.Repeat(41.7, 6).ToArray(), Enumerable.Repeat(61.8, 6).ToArray()],
        [(byte)0x53, 67.0, 67.0, Enumerable.Repeat(67.8, 6).ToArray(), Enumerable.Repeat(101.3, 6).ToArray()],
        [(byte)0x43, 80.3, 80.4, Enumerable.Repeat(83.0, 6).ToArray(), Enumerable.Repeat(123.2, 6).ToArray()],
        [(byte)0x33, 133.7, 133.7, Enumerable.Repeat(135.3, 6).ToArray(), Enumerable.Repeat(202.1, 6).ToArray()],
        [(byte)0x23, 200.3, 200.4, Enumerable.Repeat(207.0, 6).ToArray(), Enumerable.Repeat(307.2, 6).ToArray()],
        [(byte)0x13, 400.3, 400.4, Enumerable.Repeat(413.7, 6).ToArray(), Enumerable.Repeat(613.8, 6).ToArray()],
        [(byte)0x03, 800.3, 800.4, Enumerable.Repeat(827.0, 6).ToArray(), Enumerable.Repeat(1227.2, 6).ToArray()],
    ];

    [TestMethod]
    [DynamicData(nameof(Calibrations))]
    public void Calibration_OfEachKind_TakesTheTimeOfTheTables(byte drate, double offset, double systemGain, double[] selfGain, double[] self)
    {
        var gains = new[] { 0, 1, 2, 3, 4, 6 };
        for (var i = 0; i < gains.Length; i++)
        {
            foreach (var (command, milliseconds) in new[] { (0xF1, offset), (0xF3, offset), (0xF4, systemGain), (0xF2, selfGain[i]), (0xF0, self[i]) })
            {
                var bench = new AdsBench();
                bench.Volts[0] = 2.5 + 5.0 / (1 << gains[i]) * 0.9;
                bench.Configure(drate, gains[i]);
                bench.Select();
                bench.Clock((byte)command);
                var start = bench.LastFall;
                bench.Release();
                Assert.IsFalse(bench.IsReady);
                bench.WaitReady();
                Assert.AreEqual(milliseconds, (bench.Now - start) * 1e-6, 1e-6, $"0x{command:X2} at gain index {gains[i]}");
            }
        }
    }
}
