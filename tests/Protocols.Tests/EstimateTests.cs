namespace CoinRig.Protocols.Tests;

[TestClass]
public sealed class EstimateTests
{
    [TestMethod]
    [DataRow("  - Rest for 2 hours", 7200.0, Certainty.Exact)]
    [DataRow("  - {step: constant_current, current: 61.074 uA, until: charge > 61.074 uAh}", 3600.0, Certainty.Exact)]
    [DataRow("  - {step: linear_sweep, rate: 1 mV/s, start: 3 V, end: 4 V}", 1000.0, Certainty.Exact)]
    [DataRow("  - {step: cyclic_voltammetry, rate: 1 mV/s, between: 3 V .. 4 V, cycles: 2}", 4000.0, Certainty.AtMost)]
    [DataRow("  - {step: constant_current, current: C/10, until: [voltage > 4.2 V, 1 h]}", 3600.0, Certainty.AtMost)]
    [DataRow("  - Charge at C/10 until 4.2 V", 36000.0, Certainty.About)]
    [DataRow("  - {step: gitt, current: C/10, pulse: 10 min, rest: 1 h, pulses: 7}", 7 * 4200.0, Certainty.Exact)]
    [DataRow("  - {step: gitt, current: C/10, pulse: 10 min, rest: 1 h, until: voltage > 4.2 V}", 60 * 4200.0, Certainty.About)]
    [DataRow("  - {step: rest, until: voltage > 3 V}", 0.0, Certainty.Unknown)]
    public void Duration_OfAStep_SaysHowSureItIs(string steps, double seconds, Certainty certainty)
    {
        var duration = PlanEstimate.Of(Shipped.Steps(steps)).Duration;
        Assert.AreEqual(seconds, duration.Seconds, 1e-6 * seconds + 1e-9);
        Assert.AreEqual(certainty, duration.Certainty);
    }

    [TestMethod]
    public void Duration_AfterAFullCharge_StartsFromThere()
    {
        var cycle = PlanEstimate.Of(Shipped.Steps("  - {repeat: 1000, steps: [Charge at C/10 until 4.2 V, Discharge at 1C until 2.8 V]}"));
        Assert.AreEqual(1000 * 11.0, cycle.Duration.Seconds / 3600, 1e-6);
    }

    [TestMethod]
    public void Duration_AbsoluteCurrentWithoutACell_IsUnknown()
    {
        var plan = ProtocolFile.ReadWithoutCell(CoinRig.Documents.Document.Parse("name: t\nsteps:\n  - Charge at 1 mA until 4.2 V\n  - Rest for 1 hour", "t.yaml"));
        CollectionAssert.AreEqual(new[] { 1 }, plan.StepsOfUnknownRate.ToArray());
        var estimate = PlanEstimate.Of(plan);
        Assert.AreEqual(new EstimatedTime(3600, Certainty.Unknown), estimate.Duration);
        StringAssert.Contains(estimate.Lines[0], "more than 60 min (not all steps can be told); give --cell");
    }

    [TestMethod]
    public void Extremes_OfACccv_AreItsVoltageAndCurrent()
    {
        var estimate = PlanEstimate.Of(Shipped.Steps("  - {step: cccv, current: C/5, voltage: 4.2 V, until: C/20}"));
        Assert.AreEqual((4.2, false, 0.2 * Shipped.Lpo.OneCAmperes, false), (estimate.HighestVolts, estimate.HighestVoltsIsLimit, estimate.LargestAmperes, estimate.LargestAmperesIsLimit));
    }

    [TestMethod]
    public void Extremes_ChargeWithoutVoltageEnd_NameTheLimit()
    {
        var estimate = PlanEstimate.Of(Shipped.Read("name: t\nlimits: {voltage: 2.5 V .. 4.3 V}\nsteps: [Charge at C/5 for 1 hour]"));
        Assert.AreEqual((4.3, true), (estimate.HighestVolts, estimate.HighestVoltsIsLimit));
    }

    [TestMethod]
    public void Samples_OfALongRest_AreItsTimeOverTheInterval()
    {
        var estimate = PlanEstimate.Of(Shipped.Read("name: t\nrecord: {dt: 10 s}\nsteps: [Rest for 100 hours]"));
        Assert.AreEqual(36000, estimate.Samples, 100);
        Assert.AreEqual(16 * 36000 + 100_000, estimate.FileBytes, 10_000);
    }
}
