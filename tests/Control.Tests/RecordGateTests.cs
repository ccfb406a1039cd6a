using CoinRig.Protocols;

namespace CoinRig.Control.Tests;

[TestClass]
public sealed class RecordGateTests
{
    static readonly RecordRule EveryTenSeconds = new(10, double.PositiveInfinity, double.PositiveInfinity);

    static List<double> Recorded(RecordRule rule, double seconds, Func<double, double> volts)
    {
        var gate = new RecordGate();
        gate.Begin(rule, 0);
        var recorded = new List<double>();
        for (var i = 0; i * 0.1 < seconds; i++)
        {
            var scan = new Scan { VoltageNanoseconds = i * 100_000_000L + 20_000_000, Volts = volts(i * 0.1), Amperes = 1e-4 };
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
    public void FirstAfterChange_IsMarked()
    {
        var gate = new RecordGate();
        gate.Begin(EveryTenSeconds, 0);
        Assert.IsTrue(gate.Passes(new Scan { VoltageNanoseconds = 20_000_000 }, out var first));
        Assert.IsTrue(first);
        gate.Passes(new Scan { VoltageNanoseconds = 120_000_000 }, out first);
        Assert.IsFalse(first);
    }
}
