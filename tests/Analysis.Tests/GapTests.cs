using CoinRig.Protocols;
using CoinRig.Runs;

namespace CoinRig.Analysis.Tests;

/// <summary>A run that was interrupted and went on: results whose readings lie on both sides of the gap say so, and no others.</summary>
[TestClass]
public sealed class GapTests
{
    const string SpansGap = "spans-gap";

    static readonly double[] Each10 = [.. Enumerable.Range(1, 359).Select(i => 10.0 * i)];

    [TestMethod]
    public void HalfCycleWithAGap_StandsAndSaysSo_AndItsEfficiencyToo()
    {
        var script = new Script(Script.Sphere);
        for (var cycle = 1; cycle <= 4; cycle++)
        {
            script.Step(cycle).Segment(SegmentRole.ConstantCurrent, 1e-4, 3600, Each10, t => 3.6 + 1e-4 * t, gapAt: cycle == 2 ? 1234 : double.PositiveInfinity).EndStep();
            script.Step(cycle).Segment(SegmentRole.ConstantCurrent, -1e-4, 3600, Each10, t => 3.96 - 1e-4 * t).EndStep();
        }
        script.End();
        foreach (var name in (string[])["charge_capacity", "charge_energy", "coulombic_efficiency"])
        {
            var flagged = script.Named(name).Where(r => r.Flags.Contains(SpansGap)).ToList();
            CollectionAssert.AreEqual(new[] { 2 }, flagged.Select(r => r.Cycle).ToArray(), name);
            Assert.AreEqual(1.0, flagged[0].Details["valid"], name);
        }
        Assert.IsEmpty(script.Named("discharge_capacity").Where(r => r.Flags.Contains(SpansGap)).ToList());
    }

    [TestMethod]
    [DataRow(20.0, true)]
    [DataRow(800.0, true)]
    [DataRow(double.PositiveInfinity, false)]
    public void PulseWithAGap_GivesNoValidDiffusionCoefficient_ItsNeighboursDo(double gapAt, bool isFlagged)
    {
        var script = new Script(Script.Sphere);
        script.Step().Segment(SegmentRole.Rest, double.NaN, 3600, Each10, _ => 3.7).EndStep().Step();
        for (var pulse = 0; pulse < 4; pulse++)
        {
            var (volts, gap) = (3.7 + 0.01 * pulse, pulse == 1 ? gapAt : double.PositiveInfinity);
            script.Segment(SegmentRole.Pulse, 5e-5, 600, Script.Thinning(600), t => volts + 0.005 + 0.02 * Math.Sqrt(t / 600), gapAt: gap);
            script.Segment(SegmentRole.Relaxation, double.NaN, 14_400, Script.Thinning(14_400), t => volts + 0.01 + 0.01 * Math.Exp(-t / 900), gapAt: gap - 600 is > 0 and < 1e9 ? gap - 600 : double.PositiveInfinity);
        }
        script.EndStep().End();
        var flagged = script.Rows.Where(r => r.Flags.Contains(SpansGap)).ToList();
        Assert.AreEqual(isFlagged, flagged.Any(r => r.Name == "diffusion_coefficient"), "the coefficient of the pulse with the gap");
        foreach (var row in flagged.Where(r => r.Name.StartsWith("diffusion", StringComparison.Ordinal)))
        {
            Assert.AreEqual(0.0, row.Details["valid"], row.Name);
        }
        Assert.HasCount(isFlagged ? 1 : 0, flagged.Where(r => r.Name == "diffusion_coefficient").ToList());
        Assert.HasCount(4, script.Named("diffusion_coefficient").ToList());
    }

    [TestMethod]
    public void SweepWithAGap_HasNoValidPeak()
    {
        var script = new Script(Script.Sphere);
        static double Peak(double t) => 1e-5 + 5e-5 * Math.Exp(-Math.Pow((t - 600) / 100, 2));
        double[] times = [.. Enumerable.Range(1, 1199).Select(i => (double)i)];
        script.Step().Segment(SegmentRole.Sweep, 3.2, 1200, times, t => 3.2 + 1e-3 * t, Peak, slope: 1e-3, gapAt: 900).EndStep();
        script.Step().Segment(SegmentRole.Sweep, 3.2, 1200, times, t => 3.2 + 1e-3 * t, Peak, slope: 1e-3).EndStep().End();
        var peaks = script.Named("peak_current").ToList();
        Assert.HasCount(2, peaks);
        CollectionAssert.AreEqual(new[] { true, false }, peaks.Select(p => p.Flags.Contains(SpansGap)).ToArray());
        Assert.AreEqual(0.0, peaks[0].Details["valid"]);
    }

    [TestMethod]
    public void StepThatBeginsAgain_AfterTheGap_IsWhole()
    {
        var script = new Script(Script.Sphere);
        script.Step().Segment(SegmentRole.Rest, double.NaN, 3600, Each10, _ => 3.7, gapAt: 3600).EndStep();
        script.Step().Segment(SegmentRole.ConstantCurrent, 1e-4, 3600, Each10, t => 3.7 + 1e-4 * t).EndStep().End();
        Assert.IsEmpty(script.Rows.Where(r => r.Flags.Contains(SpansGap)).ToList());
    }
}
