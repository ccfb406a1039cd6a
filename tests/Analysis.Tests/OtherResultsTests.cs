using CoinRig.Control;
using CoinRig.Protocols;

namespace CoinRig.Analysis.Tests;

/// <summary>Sweeps, resistance, open circuit voltage, and feeds that are odd.</summary>
[TestClass]
public sealed class OtherResultsTests
{
    [TestMethod]
    public void Sweep_Bell_GivesItsPeak()
    {
        var script = new Script(Script.Sphere);
        var times = Enumerable.Range(0, 800).Select(i => i * 10.0).ToArray();
        script.Step().Segment(SegmentRole.Sweep, 3.4, 8000, times, t => 3.4 + 1e-4 * t, t => 1e-3 * Math.Exp(-Math.Pow((3.4 + 1e-4 * t - 3.85) / 0.06, 2)), slope: 1e-4).EndStep().End();
        var potential = script.Named("peak_potential").Single();
        Assert.AreEqual(3.85, potential.Value, 1e-4);
        Assert.AreEqual("anodic", potential.Details["branch"]);
        Assert.AreEqual(1e-4, (double)potential.Details["rate"]);
        Assert.AreEqual(1e-3, script.Named("peak_current").Single().Value, 1e-6);
        Assert.AreEqual(1e-3, script.Named("peak_height").Single().Value, 1e-5);
    }

    /// <summary>Two equal peaks, of which only the second sweep has a foot, read the same current; only the second has a height.</summary>
    [TestMethod]
    public void Sweeps_WithAndWithoutFoot_ReadTheSameCurrent()
    {
        var script = new Script(Script.Sphere);
        var times = Enumerable.Range(0, 700).Select(i => i * 10.0).ToArray();
        foreach (var start in new[] { 3.75, 3.4 })
        {
            script.Step().Segment(SegmentRole.Sweep, start, 7000, times, t => start + 1e-4 * t,
                t => 5e-5 + 1e-3 * Math.Exp(-Math.Pow((start + 1e-4 * t - 3.85) / 0.06, 2)), slope: 1e-4).EndStep();
        }
        script.End();
        var currents = script.Named("peak_current").ToList();
        Assert.AreEqual(currents[1].Value, currents[0].Value, 1e-6);
        CollectionAssert.Contains(currents[0].Flags.ToList(), "no-baseline");
        Assert.IsFalse(currents[0].Details.ContainsKey("baseline_current"));
        Assert.AreEqual(5e-5, (double)currents[1].Details["baseline_current"], 2e-6);
        Assert.AreEqual(1e-3, script.Named("peak_height").Single().Value, 5e-6);
    }

    [TestMethod]
    public void Sweep_ToALimit_IsInvalid()
    {
        var script = new Script(Script.Sphere);
        var times = Enumerable.Range(0, 800).Select(i => i * 10.0).ToArray();
        script.Step().Segment(SegmentRole.Sweep, 3.4, 8000, times, t => 3.4 + 1e-4 * t, t => 1e-7 * t, slope: 1e-4).EndStep().End();
        CollectionAssert.Contains(script.Named("peak_potential").Single().Flags.ToList(), "peak-at-limit");
    }

    [TestMethod]
    public void CurrentStep_Resistor_GivesItsResistance()
    {
        var script = new Script(Script.Sphere);
        script.Step().Segment(SegmentRole.Rest, 0, 60, Script.Thinning(60), _ => 3.7).EndStep();
        script.Step().Segment(SegmentRole.ConstantCurrent, 1e-4, 60, Script.Thinning(60), _ => 3.705).EndStep();
        script.Step().Segment(SegmentRole.Rest, 0, 60, Script.Thinning(60), _ => 3.7).EndStep().End();
        var rows = script.Named("step_resistance").ToList();
        Assert.HasCount(4, rows);
        foreach (var row in rows)
        {
            Assert.AreEqual(50, row.Value, 1e-6);
            CollectionAssert.Contains(row.Flags.ToList(), "charge-transfer-included");
        }
        CollectionAssert.AreEqual(new[] { 1.0, 10, 1, 10 }, rows.Select(r => (double)r.Details["at_seconds"]).ToArray());
    }

    [TestMethod]
    public void Rest_Ends_GivesItsOpenCircuitVoltage()
    {
        var script = new Script(Script.Sphere);
        script.Step().Segment(SegmentRole.Rest, 0, 60, Script.Thinning(60), _ => 3.7).EndStep().End();
        Assert.AreEqual(3.7, script.Named("open_circuit_voltage").Single().Value, 1e-12);
    }

    [TestMethod]
    [DataRow(0.0)]
    [DataRow(double.NaN)]
    [DataRow(double.PositiveInfinity)]
    [DataRow(1e300)]
    public void OddVoltages_Anything_DoNotThrow(double odd)
    {
        foreach (var duration in new[] { 0.0, 0.05, 1, 700 })
        {
            var script = new Script(Script.Sphere);
            script.Step().Segment(SegmentRole.Rest, 0, duration, [], _ => odd).EndStep().Step();
            for (var i = 0; i < 3; i++)
            {
                script.Segment(SegmentRole.Pulse, 1e-4, duration, Script.Thinning(duration), t => t > 2 ? odd : 3.7, flags: SampleFlags.Clipped);
                script.Segment(SegmentRole.Relaxation, 0, duration, Script.Thinning(duration), t => t > 2 ? 3.7 : odd);
            }
            script.EndStep().Step().Segment(SegmentRole.Sweep, 3.4, duration, Script.Thinning(duration), _ => odd, _ => odd, slope: 1e-4).EndStep();
            script.Step().Segment(SegmentRole.ConstantCurrent, 1e-4, duration, [], _ => odd, _ => odd).EndStep();
            script.Step().Segment(SegmentRole.ConstantVoltage, 4, duration, [], _ => odd, _ => 0).EndStep().End(RunState.Failed);
            Assert.IsTrue(script.Rows.All(r => double.IsFinite(r.Value)));
        }
    }

    [TestMethod]
    public void Rows_Details_AreNumbersOrTexts()
    {
        var script = new Script(Script.Sphere);
        script.Step().Segment(SegmentRole.ConstantCurrent, 1e-4, 60, Script.Thinning(60), _ => 3.705).EndStep().End();
        Assert.IsTrue(script.Rows.SelectMany(r => r.Details.Values).All(v => v is string || v is double d && double.IsFinite(d)));
    }
}
