using CoinRig.Control;
using CoinRig.Protocols;

namespace CoinRig.Gateway.Tests;

/// <summary>A hold right after a charge: the cell relaxes while the loop in software looks for its impedance.</summary>
[TestClass]
public sealed class HoldAfterChargeTests
{
    [TestMethod]
    [DataRow("ncm523-lpo", "0.5C", "3.9 V")]
    [DataRow("ncm523-lpo", "1C", "4.1 V")]
    [DataRow("ncm523-lpo", "0.2C", "4.2 V")]
    [DataRow("ncm523-pristine", "0.5C", "3.9 V")]
    [DataRow("ncm523-pristine", "0.3C", "4.2 V")]
    public void Hold_OnSeriesShunt_FallsSmoothlyToItsEnd(string cell, string current, string voltage)
    {
        using var bench = new TwinBench($"name: h\nlimits: {{voltage: 2.5 V .. 4.35 V}}\nrecord: {{dt: 0.1 s}}\nsteps:\n  - {{step: cccv, current: {current}, voltage: {voltage}, until: 40 uA}}\n", cell,
            board: "waveshare-series-shunt");
        bench.RunFor(200_000);
        Assert.AreEqual(RunState.Done, bench.Run.Live.State, bench.Run.Message);
        var hold = bench.Markers.OfType<SegmentStarted>().Last();
        Assert.AreEqual(SegmentRole.ConstantVoltage, hold.Segment.Role);
        // The first 3 s may settle; then nothing swings about the set value.
        var samples = bench.Samples.Where(s => s.StepCount == hold.StepCount && s.SegmentCount == hold.SegmentCount && s.VoltageNanoseconds > hold.Nanoseconds + 3_000_000_000).ToArray();
        Assert.IsNotEmpty(samples);
        Assert.IsLessThanOrEqualTo(1e-3, samples.Max(s => Math.Abs(s.Volts - hold.SetValue)));
        Assert.IsTrue(samples.All(s => s.Amperes > 0), "the current turned round");
    }
}
