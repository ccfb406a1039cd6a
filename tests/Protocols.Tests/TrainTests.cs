namespace CoinRig.Protocols.Tests;

/// <summary>Techniques of many segments as plans: PITT, pulses, ICI, charges in stages.</summary>
[TestClass]
public sealed class TrainTests
{
    [TestMethod]
    [DataRow("3.6 V", "3.65 V", "10 mV", "3.6 3.61 3.62 3.63 3.64 3.65")]
    [DataRow("3.65 V", "3.6 V", "20 mV", "3.65 3.63 3.61 3.6")]
    [DataRow("3.6 V", "3.9 V", "0.1 V", "3.6 3.7 3.8 3.9")]
    public void Pitt_GoesFromStartToEnd(string start, string end, string increment, string volts)
    {
        var step = Shipped.OnlyStep($"  - {{step: pitt, start: {start}, end: {end}, increment: {increment}, until: C/100, for: 1 h}}");
        Assert.AreEqual(volts, string.Join(' ', step.Segments.Select(s => s.Set.Start.ToString("0.###", System.Globalization.CultureInfo.InvariantCulture))));
        Assert.IsTrue(step.Segments.All(s => s is { Role: SegmentRole.PotentialStep, Mode: ControlMode.Voltage, Until.Count: 2 }));
    }

    [TestMethod]
    public void Pulses_Hppc_AreSegmentsWithTheirOwnEnds()
    {
        var step = Shipped.OnlyStep("""
              - step: pulses
                train:
                  - {current: discharge 1C, for: 10 s, record: {dt: 0.1 s}}
                  - {rest: 40 s}
                  - {current: 0.75 C, for: 10 s}
                  - {current: discharge C/2, until: charge > 0.06 mAh}
                  - {rest: 1 h, hold: zero_current, until: '|dV/dt| < 1 mV/h'}
                until: voltage < 2.8 V
            """);
        Assert.IsTrue(step.Repeats);
        Assert.AreEqual("CurrentPulse Rest CurrentPulse CurrentPulse Rest", string.Join(' ', step.Segments.Select(s => s.Role)));
        Assert.AreEqual(0.1, step.Segments[0].Record.IntervalSeconds);
        Assert.AreEqual((ControlMode.OpenCircuit, ControlMode.Current), (step.Segments[1].Mode, step.Segments[4].Mode));
        Assert.AreEqual(-0.61074e-3, step.Segments[0].Set.Start, 1e-9);
        Assert.AreEqual(3, Shipped.OnlyStep("  - {step: pulses, train: [{current: C/5, for: 1 s}], times: 3}").Segments.Count);
    }

    [TestMethod]
    public void Ici_RepeatsCurrentAndInterruption_WithTheRelayClosed()
    {
        var step = Shipped.OnlyStep("  - {step: ici, current: C/10, every: 5 min, interrupt: 10 s, until: 4.2 V}");
        Assert.IsTrue(step.Repeats);
        Assert.AreEqual((SegmentRole.ConstantCurrent, SegmentRole.Interruption), (step.Segments[0].Role, step.Segments[1].Role));
        Assert.AreEqual((ControlMode.Current, 0.0, step.Segments[0].LargestExpectedAmperes), (step.Segments[1].Mode, step.Segments[1].Set.Start, step.Segments[1].LargestExpectedAmperes));
    }

    [TestMethod]
    public void MultiStepCharge_IsStagesAndAHold()
    {
        var step = Shipped.OnlyStep("  - {step: multi_step_charge, stages: [{current: 1C, until: 4.0 V}, {current: C/2, until: 4.2 V}], hold: {voltage: 4.2 V, until: C/20}, for: 3 h}");
        Assert.AreEqual("ConstantCurrent ConstantCurrent ConstantVoltage", string.Join(' ', step.Segments.Select(s => s.Role)));
        Assert.AreEqual(1.25 * step.Segments[1].Set.Start, step.Segments[2].LargestExpectedAmperes, 1e-12);
        Assert.AreEqual(10800.0, step.Until.Single().Threshold);
    }

    [TestMethod]
    [DataRow("{step: pitt, start: 3.6 V, end: 3.6 V, increment: 10 mV, for: 1 h}", "an end that differs from the start")]
    [DataRow("{step: pitt, start: 3.6 V, end: 4.6 V, increment: 10 mV, for: 1 h}", "above the cell's limit of 4.5 V")]
    [DataRow("{step: pitt, start: 3.6 V, end: 4.1 V, increment: 1 uV, for: 1 h}", "500000 steps; at most 10000")]
    [DataRow("{step: pitt, start: 3.6 V, end: 4.1 V, increment: 10 mV}", "a step without an end")]
    [DataRow("{step: pitt, start: 3.6 V, end: 4.1 V, increment: -10 mV, for: 1 h}", "a voltage above zero")]
    [DataRow("{step: pulses, train: []}", "'train' takes a list of mappings: '- {current: ..., ...}'")]
    [DataRow("{step: pulses, train: [{current: C/5, rest: 1 s}]}", "a current and a rest in one item; '{current: discharge 1C, for: 10 s}' or '{rest: 40 s}'")]
    [DataRow("{step: pulses, train: [{current: C/5, fro: 1 s}]}", "unknown key 'fro'; did you mean 'for'?")]
    [DataRow("{step: pulses, train: [{current: C/5}]}", "a step without an end")]
    [DataRow("{step: ici, current: C/10, every: 5 min, interrupt: 10 s}", "no 'until'")]
    [DataRow("{step: multi_step_charge, stages: [{current: -1C, until: 4.0 V}]}", "a current that charges")]
    [DataRow("{step: rest, until: '|dV/dt| < 0 mV/h'}", "a change of voltage that is not zero, such as '|dV/dt| < 1 mV/h'")]
    [DataRow("{step: constant_voltage, voltage: 4 V, until: 'dV/dt < 1 mV/h'}", "tells nothing here: the voltage is held")]
    public void Refused_WithWhatIsAllowed(string step, string message) =>
        StringAssert.Contains(string.Join('\n', Shipped.Mistakes($"name: t\nsteps:\n  - {step}\n")), message);

    [TestMethod]
    [DataRow("{step: pitt, start: 3.6 V, end: 3.65 V, increment: 10 mV, for: 1 h}", 6 * 3600.0)]
    [DataRow("{step: pulses, train: [{current: C/5, for: 10 s}, {rest: 40 s}], times: 6}", 300.0)]
    [DataRow("{step: ici, current: C/10, every: 5 min, interrupt: 15 s, until: 4.2 V}", 36000 * 1.05)]
    [DataRow("{step: multi_step_charge, stages: [{current: C/5, until: charge > 0.305370 mAh}, {current: C/10, until: charge > 0.305370 mAh}]}", 7.5 * 3600)]
    public void Estimate_KnowsThem(string step, double seconds) =>
        Assert.AreEqual(seconds, PlanEstimate.Of(Shipped.Steps("  - " + step)).Duration.Seconds, 1e-3 * seconds);
}
