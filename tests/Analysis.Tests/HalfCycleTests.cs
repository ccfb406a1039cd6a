using CoinRig.Control;
using CoinRig.Protocols;

namespace CoinRig.Analysis.Tests;

/// <summary>Capacities, efficiencies and retention by the rules of the design page.</summary>
[TestClass]
public sealed class HalfCycleTests
{
    static readonly double[] Times = [.. Enumerable.Range(1, 9).Select(i => i * 100.0)];

    [TestMethod]
    public void Cycles_Full_GiveCapacityEfficiencyAndRetention()
    {
        var script = new Script(Script.Sphere);
        Cycle(script, 1, 1000, 950);
        Cycle(script, 2, 960, 948);
        Cycle(script, 3, 950, 945);
        script.End();
        var capacity = script.Named("discharge_capacity").First();
        Assert.AreEqual(950 * 1e-4 / 3600, capacity.Value, 1e-12);
        Assert.AreEqual("Ah", capacity.Unit);
        Assert.AreEqual(950 * 1e-4 / 3600 / 3e-6, script.Named("specific_discharge_capacity").First().Value, 1e-6);
        Assert.AreEqual(3.6, (double)script.Named("discharge_energy").First().Details["average_voltage"], 1e-9);
        var efficiency = script.Named("coulombic_efficiency").ToList();
        Assert.HasCount(3, efficiency);
        Assert.AreEqual(0.95, efficiency[0].Value, 1e-9);
        CollectionAssert.Contains(efficiency[0].Flags.ToList(), "first-cycle");
        Assert.IsEmpty(efficiency[1].Flags);
        Assert.AreEqual(948.0 / 950, script.Named("capacity_retention").ElementAt(1).Value, 1e-9);
        Assert.AreEqual(0.95 * 3.6 / 3.8, script.Named("energy_efficiency").First().Value, 1e-9);
        Assert.AreEqual(2, efficiency[1].Cycle);
    }

    /// <summary>With 10 scans a second the end of a step of 900 s is known to a ten-thousandth; drift of gain and offset come on top.</summary>
    [TestMethod]
    public void Retention_Uncertainty_HoldsDriftOffsetAndEnd()
    {
        var script = new Script(Script.Sphere, new(1e-6, 5e-5, 2e-5, new Dictionary<string, CurrentUncertainty> { ["100 uA"] = new(2e-4, 1e-9, 15e-6) }));
        Cycle(script, 1, 1000, 950);
        Cycle(script, 2, 960, 950);
        Cycle(script, 3, 960, 940);
        script.End();
        var rows = script.Named("capacity_retention").ToList();
        Assert.AreEqual(0, rows[0].Uncertainty);
        // The script integrates 100 readings a step: 9.5 s each.
        var end = 9.5 / 950 * Math.Sqrt(1.0 / 6);
        var expected = Math.Sqrt(2 * (Math.Pow(15e-6, 2) + Math.Pow(1e-9 / 1e-4, 2) + Math.Pow(end, 2)));
        foreach (var row in rows.Skip(1))
        {
            Assert.AreEqual(expected, row.Uncertainty / row.Value, 0.02 * expected);
        }
    }

    [TestMethod]
    public void Cycle_HoldAfterCharge_IsOneHalfCycle()
    {
        var script = new Script(Script.Sphere);
        script.Step().Segment(SegmentRole.ConstantCurrent, 1e-4, 1000, Times, _ => 3.8).EndStep();
        script.Step().Segment(SegmentRole.ConstantVoltage, 4.2, 500, Times.Take(4), _ => 4.2, _ => 5e-5).EndStep();
        script.Step().Segment(SegmentRole.ConstantCurrent, -1e-4, 1000, Times, _ => 3.6).EndStep().End();
        Assert.AreEqual((0.1 + 0.025) / 3600, script.Named("charge_capacity").Single().Value, 1e-12);
        Assert.AreEqual(0.8, script.Named("coulombic_efficiency").Single().Value, 1e-9);
    }

    [TestMethod]
    public void Cycle_Stopped_IsIncompleteWithoutEfficiency()
    {
        var script = new Script(Script.Sphere);
        script.Step().Segment(SegmentRole.ConstantCurrent, 1e-4, 1000, Times, _ => 3.8).EndStep();
        script.Step().Segment(SegmentRole.ConstantCurrent, -1e-4, 500, Times.Take(4), _ => 3.6, reason: EndReason.Stopped).EndStep(EndReason.Stopped).End(RunState.StoppedByPerson);
        CollectionAssert.Contains(script.Named("discharge_capacity").Single().Flags.ToList(), "incomplete");
        Assert.IsEmpty(script.Named("coulombic_efficiency"));
        Assert.IsEmpty(script.Named("capacity_retention"));
    }

    [TestMethod]
    public void FirstHalfCycle_UnknownStart_GivesNoEfficiency()
    {
        var script = new Script(Script.Cell("", "working_electrode: positive"));
        Cycle(script, 1, 1000, 950);
        Cycle(script, 2, 960, 948);
        script.End();
        var efficiency = script.Named("coulombic_efficiency").ToList();
        Assert.AreEqual(2, efficiency.Single().Cycle);
        CollectionAssert.Contains(script.Named("charge_capacity").First().Flags.ToList(), "unknown-start");
    }

    [TestMethod]
    public void NegativeElectrode_Efficiency_IsChargeOverDischarge()
    {
        var script = new Script(Script.Cell("", "working_electrode: negative"));
        for (var cycle = 1; cycle <= 3; cycle++)
        {
            script.Step(cycle).Segment(SegmentRole.ConstantCurrent, -1e-4, 1000, Times, _ => 0.1).EndStep();
            script.Step(cycle).Segment(SegmentRole.ConstantCurrent, 1e-4, 900, Times.Take(8), _ => 0.3).EndStep();
        }
        script.End();
        Assert.AreEqual(0.9, script.Named("coulombic_efficiency").First().Value, 1e-9);
        Assert.AreEqual(1 / 0.9 * 0.1 / 0.3, script.Named("energy_efficiency").First().Value, 1e-9);
    }

    [TestMethod]
    public void OtherRate_Retention_HasItsOwnReference()
    {
        var script = new Script(Script.Sphere);
        Cycle(script, 1, 1000, 950);
        Cycle(script, 2, 960, 900, -1.1e-4);
        Cycle(script, 3, 960, 931);
        script.End();
        CollectionAssert.AreEqual(new[] { 1.0, 1.0, 3.0 - 2 }, script.Named("capacity_retention").Select(r => (double)r.Details["reference_cycle"] == r.Cycle ? 1.0 : (double)r.Details["reference_cycle"]).ToArray());
        Assert.AreEqual(931.0 / 950, script.Named("capacity_retention").Last().Value, 1e-9);
    }

    static void Cycle(Script script, int cycle, double charge, double discharge, double amperes = -1e-4)
    {
        script.Step(cycle).Segment(SegmentRole.ConstantCurrent, 1e-4, charge, Times, _ => 3.8).EndStep();
        script.Step(cycle).Segment(SegmentRole.Rest, 0, 60, Times.Take(0), _ => 3.7).EndStep();
        script.Step(cycle).Segment(SegmentRole.ConstantCurrent, amperes, discharge, Times.Take(8), _ => 3.6).EndStep();
    }
}
