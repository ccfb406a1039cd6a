namespace CoinRig.Protocols.Tests;

/// <summary>End conditions that are joined, and what they may look at.</summary>
[TestClass]
public sealed class TogetherTests
{
    [TestMethod]
    public void And_BindsMoreTightlyThanOr()
    {
        var until = Shipped.OnlyStep("  - {step: constant_current, current: C/5, until: voltage > 4 V and time > 1 h or energy > 2 mWh}").Segments[0].Until;
        Assert.AreEqual((Measured.All, Measured.StepEnergy), (until[0].Quantity, until[1].Quantity));
        Assert.AreEqual((Measured.Voltage, Measured.SegmentTime), (until[0].Terms![0].Quantity, until[0].Terms![1].Quantity));
        Assert.AreEqual(7.2, until[1].Threshold, 1e-12);
    }

    [TestMethod]
    [DataRow("'|dV/dt| < 1 mV/h'", Measured.AbsoluteVoltageSlope, false, 1e-3 / 3600)]
    [DataRow("absolute_dV/dt < 60 uV/min", Measured.AbsoluteVoltageSlope, false, 1e-6)]
    [DataRow("dV/dt > 1 mV/s", Measured.VoltageSlope, true, 1e-3)]
    [DataRow("energy > 1 mWh", Measured.StepEnergy, true, 3.6)]
    [DataRow("2 J", Measured.StepEnergy, true, 2.0)]
    [DataRow("power > 1 mW", Measured.Power, true, 1e-3)]
    [DataRow("cycle > 50", Measured.Cycle, true, 51.0)]
    [DataRow("cycle >= 50", Measured.Cycle, true, 50.0)]
    [DataRow("capacity_retention < 80 %", Measured.Result, false, 0.8)]
    [DataRow("diffusion_coefficient < 1e-12 cm2/s", Measured.Result, false, 1e-16)]
    [DataRow("discharge_capacity < 0.5 mAh", Measured.Result, false, 0.5e-3)]
    [DataRow("specific_discharge_capacity < 120 mAh/g", Measured.Result, false, 120.0)]
    public void Condition_Derived_IsUnderstood(string text, Measured quantity, bool above, double threshold)
    {
        var condition = Shipped.OnlyStep($"  - {{step: constant_current, current: C/5, for: 1 h, until: {text}}}").Segments[0].Until[1];
        Assert.AreEqual((quantity, above), (condition.Quantity, condition.Above));
        Assert.AreEqual(threshold, condition.Threshold, 1e-9 * threshold);
    }

    [TestMethod]
    [DataRow("1 mV/h", 300.0)]
    [DataRow("1 mV/min", 6.0)]
    [DataRow("1 mV/s", 5.0)]
    public void Window_OfASlope_IsTheTimeOfATenthOfAMillivolt(string slope, double seconds) =>
        Assert.AreEqual(seconds, Shipped.OnlyStep($"  - {{step: rest, until: dV/dt < {slope}}}").Segments[0].Until[0].WindowSeconds, 1e-9);

    [TestMethod]
    public void Estimate_OfTwoTogether_IsTheLater() =>
        Assert.AreEqual(7200.0, PlanEstimate.Of(Shipped.Steps("  - {step: constant_current, current: C/5, until: time > 2 h and charge > 61.07 uAh}")).Duration.Seconds, 1);

    [TestMethod]
    public void Mistake_InATerm_IsTold() =>
        StringAssert.Contains(string.Join('\n', Shipped.Mistakes("name: t\nsteps:\n  - {step: constant_current, current: C/5, until: voltage > 4 V and tim > 1 h}\n")),
            "'tim > 1 h' is about 'tim'; did you mean 'time'?");
}
