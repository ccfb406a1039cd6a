using CoinRig.Protocols;

namespace CoinRig.Control.Tests;

[TestClass]
public sealed class RecordGateTests
{
    static readonly RecordRule EveryTenSeconds = new(10, double.PositiveInfinity, double.PositiveInfinity);

    static List<double> Recorded(RecordRule rule, double seconds, Func<double, double> volts, Func<int, long>? late = null)
    {
        var gate = new RecordGate();
        gate.Begin(rule, 0);
        var recorded = new List<double>();
        for (var i = 0; i * 0.1 < seconds; i++)
        {
            var due = i * 100_000_000L;
            var scan = new Scan { DueNanoseconds = due, VoltageNanoseconds = due + 20_000_000 + (late?.Invoke(i) ?? 0), Volts = volts(i * 0.1), Amperes = 1e-4 };
            if (gate.Passes(scan, out _))
            {
                recorded.Add(scan.VoltageNanoseconds * 1e-9);
            }
        }
        return recorded;
    }

    [TestMethod]
    public void AfterChange_EveryScanAtFirst_ThinningOutToTheRule()
    {
        var recorded = Recorded(EveryTenSeconds, 1000, _ => 3.7);
        CollectionAssert.AreEqual(new[] { 0.02, 0.12, 0.22 }, recorded.Take(3).Select(t => Math.Round(t, 3)).ToArray());
        for (var i = 1; i < recorded.Count; i++)
        {
            var gap = recorded[i] - recorded[i - 1];
            Assert.IsTrue(gap <= Math.Min(10, Math.Max(0.1, 0.05 * recorded[i])) + 0.1, $"a gap of {gap} s at {recorded[i]} s");
        }
        Assert.AreEqual(10, recorded[^1] - recorded[^2], 0.01);
    }

    [TestMethod]
    public void VoltageRule_Ramp_RecordsEachStepOfVoltage()
    {
        var recorded = Recorded(new RecordRule(1e6, 1e-3, double.PositiveInfinity), 1000, t => 3 + 1e-4 * t);
        Assert.AreEqual(10, recorded[^1] - recorded[^2], 0.11);
    }

    [TestMethod]
    public void RuleOfOnePeriod_ClockThatJitters_RecordsEveryScan()
    {
        var random = new Random(1);
        Assert.HasCount(1000, Recorded(new RecordRule(0.1, double.PositiveInfinity, double.PositiveInfinity), 100, _ => 3.7, _ => random.NextInt64(40_000_000)));
    }

    [TestMethod]
    public void Late_IsRecorded_WhateverTheRuleSays()
    {
        var gate = new RecordGate();
        gate.Begin(EveryTenSeconds, 0);
        Assert.IsTrue(gate.Passes(new Scan { DueNanoseconds = 900_000_000_000, VoltageNanoseconds = 900_020_000_000 }, out _));
        Assert.IsFalse(gate.Passes(new Scan { DueNanoseconds = 900_100_000_000, VoltageNanoseconds = 900_120_000_000 }, out _));
        Assert.IsTrue(gate.Passes(new Scan { DueNanoseconds = 900_200_000_000, VoltageNanoseconds = 900_290_000_000, Flags = SampleFlags.Late }, out _));
        Assert.IsFalse(gate.Passes(new Scan { DueNanoseconds = 900_300_000_000, VoltageNanoseconds = 900_320_000_000 }, out _));
    }

    [TestMethod]
    public void FirstAfterChange_IsMarked()
    {
        var gate = new RecordGate();
        gate.Begin(EveryTenSeconds, 0);
        Assert.IsTrue(gate.Passes(new Scan { VoltageNanoseconds = 20_000_000 }, out var first));
        Assert.IsTrue(first);
        gate.Passes(new Scan { DueNanoseconds = 100_000_000, VoltageNanoseconds = 120_000_000 }, out first);
        Assert.IsFalse(first);
    }
}
