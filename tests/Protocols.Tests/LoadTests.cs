namespace CoinRig.Protocols.Tests;

/// <summary>Constant power and resistance as plans.</summary>
[TestClass]
public sealed class LoadTests
{
    [TestMethod]
    public void Power_OfADischarge_ExpectsTheCurrentAtItsLastVoltage()
    {
        var segment = Shipped.OnlyStep("  - {step: constant_power, power: discharge 2 mW, until: 2.8 V}").Segments.Single();
        Assert.AreEqual((SegmentRole.ConstantPower, ControlMode.Power, -2e-3), (segment.Role, segment.Mode, segment.Set.Start));
        Assert.AreEqual(1.05 * 2e-3 / 2.8, segment.LargestExpectedAmperes, 1e-12);
        Assert.AreEqual((-segment.LargestExpectedAmperes, 0.0), segment.Amperes);
        Assert.AreEqual((Measured.Voltage, false, 2.8), (segment.Until[0].Quantity, segment.Until[0].Above, segment.Until[0].Threshold));
    }

    [TestMethod]
    public void Resistance_ExpectsTheCurrentAtTheHighestVoltage()
    {
        var segment = Shipped.OnlyStep("  - {step: constant_resistance, resistance: 10 kohm, until: 2.8 V}").Segments.Single();
        Assert.AreEqual((SegmentRole.ConstantResistance, ControlMode.Resistance, 1e4), (segment.Role, segment.Mode, segment.Set.Start));
        Assert.AreEqual(1.05 * 4.5e-4, segment.LargestExpectedAmperes, 1e-12);
    }

    [TestMethod]
    public void LargestCurrent_OfALoad_IsItsBound()
    {
        var segment = Shipped.OnlyStep("  - {step: constant_power, power: -20 mW, until: 2.8 V, largest_current: 1 mA}").Segments.Single();
        Assert.AreEqual((-1e-3, 0.0), segment.Amperes);
    }

    [TestMethod]
    [DataRow("{step: constant_power, power: discharge 20 mW, until: 2.8 V}", "20 mW at 2.8 V need 7.1429 mA, beyond the cell's limit of 5 mA; at most 14 mW")]
    [DataRow("{step: constant_power, power: 30 mW, until: 4.2 V}", "30 mW at 4.5 V need 6.6667 mA, beyond the cell's limit of 5 mA; at most 22.5 mW")]
    [DataRow("{step: constant_power, power: 0 W, until: 4.2 V}", "a power that is not zero")]
    [DataRow("{step: constant_power, power: 2 mA, until: 4.2 V}", "a power such as 2 mW; positive charges, so a discharge is -2 mW or 'discharge 2 mW'")]
    [DataRow("{step: constant_power, power: discharge 1 mW}", "a step without an end")]
    [DataRow("{step: constant_resistance, resistance: 100 ohm, until: 2.8 V}", "2.8 V over 100 ohm are 28 mA, beyond the cell's limit of 5 mA; at least 560 ohm")]
    [DataRow("{step: constant_resistance, resistance: -1 ohm, until: 2.8 V}", "a resistance above zero")]
    [DataRow("{step: constant_resistance, until: 2.8 V}", "no 'resistance'")]
    public void Refused_LoadsBeyondTheLimits_WithWhatIsAllowed(string step, string message) =>
        StringAssert.Contains(string.Join('\n', Shipped.Mistakes($"name: t\nsteps:\n  - {step}\n")), message);

    [TestMethod]
    public void Estimate_OfALoad_IsOfTheCapacityAtTheMeanVoltage()
    {
        var discharge = PlanEstimate.Of(Shipped.Steps("  - Charge at C/10 until 4.2 V\n  - {step: constant_power, power: discharge 0.2 mW, until: 2.8 V}")).Duration;
        // 0.6107 mAh at 3.5 V and 0.2 mW.
        Assert.AreEqual(10 + 0.61074 * 3.5 / 0.2, discharge.Seconds / 3600, 1e-3);
        Assert.AreEqual(Certainty.About, discharge.Certainty);
        Assert.AreEqual(5.0, PlanEstimate.Of(Shipped.Steps("  - {step: constant_power, power: 0.2 mW, until: [energy > 1 mWh, 4.3 V]}")).Duration.Seconds / 3600, 0.01);
    }
}
