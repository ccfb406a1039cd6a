using CoinRig.Control;

namespace CoinRig.Gateway.Tests;

/// <summary>However short its steps are, a connected cell is looked at.</summary>
[TestClass]
public sealed class ShortStepTests
{
    [TestMethod]
    [DataRow("Charge at 1C for 0.09 s")]
    [DataRow("{step: gitt, current: 1C, pulse: 90 ms, rest: 1 s, until: voltage > 4.2 V}")]
    [DataRow("{step: linear_sweep, rate: 1 V/s, start: 3.7 V, end: 3.75 V}")]
    public void ShorterThanAScan_IsRefused(string step)
    {
        var refused = Assert.ThrowsExactly<PlanRefusedException>(() => new TwinBench($"name: t\nsteps:\n  - {step}\n"));
        StringAssert.Contains(refused.Message, "a scan takes 100 ms");
    }

    [TestMethod]
    public void OneScanLong_IsMeasured_AndTheLimitHolds()
    {
        using var bench = new TwinBench("""
            name: t
            steps:
              - repeat: 100000
                steps:
                  - Charge at 1C for 0.1 s
                  - Charge at 0.99C for 0.1 s
            """);
        Assert.AreEqual(RunState.StoppedByLimit, bench.RunToEnd());
        bench.AssertIdle();
        Assert.IsTrue(bench.Channel.CellVolts < 4.51, $"the cell went to {bench.Channel.CellVolts} V");
        Assert.AreEqual(bench.Channel.CellCoulombs, bench.Samples[^1].NetCoulombs, 0.001 * bench.Channel.CellCoulombs);
    }

    [TestMethod]
    public void ThreadThatWasHeldUp_StillReadsEachSegment()
    {
        using var bench = new TwinBench("""
            name: t
            steps:
              - repeat: 100
                steps:
                  - Charge at 1C for 0.3 s
                  - Charge at 0.99C for 0.3 s
            """);
        bench.RunFor(10);
        var before = bench.Run.Live.StepCount;
        var samples = bench.Samples.Count;
        for (var i = 0; i < 5; i++)
        {
            bench.Clock.WaitUntil(bench.Clock.Nanoseconds + 1_000_000_000);
            bench.Run.Scan();
            bench.RunFor(0.001);
        }
        Assert.IsTrue(bench.Samples.Count - samples >= bench.Run.Live.StepCount - before, "a segment was not read");
    }
}
