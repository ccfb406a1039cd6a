namespace CoinRig.Protocols.Tests;

/// <summary>What each technique makes of its step.</summary>
[TestClass]
public sealed class TechniqueTests
{
    static readonly double OneC = Shipped.Lpo.OneCAmperes;

    [TestMethod]
    [DataRow("C/5", 0.2)]
    [DataRow("-C/5", -0.2)]
    [DataRow("0.2 C", 0.2)]
    [DataRow("2C", 2.0)]
    [DataRow("discharge C/5", -0.2)]
    [DataRow("Charge 0.5C", 0.5)]
    [DataRow("18 mA/g", 0.1)]
    [DataRow("-36 mA/g", -0.2)]
    public void Current_InTermsOfTheCell_IsAMultipleOfOneC(string text, double rate) =>
        Assert.AreEqual(rate * 180e-3 * 3.393e-3, Shipped.OnlyStep($"  - {{step: constant_current, current: {text}, for: 1 h}}").Segments[0].Set.Start, 1e-12);

    [TestMethod]
    [DataRow("100 uA", 1e-4)]
    [DataRow("-100 µA", -1e-4)]
    [DataRow("discharge 0.1 mA", -1e-4)]
    [DataRow("0.1 mA/cm2", 1.131e-4)]
    public void Current_InAmperes_IsItself(string text, double amperes)
    {
        var segment = Shipped.OnlyStep($"  - {{step: constant_current, current: {text}, for: 1 h}}").Segments[0];
        Assert.AreEqual(amperes, segment.Set.Start, 1e-15);
        Assert.AreEqual(Math.Abs(amperes), segment.LargestExpectedAmperes, 1e-15);
    }

    [TestMethod]
    [DataRow("voltage > 4.2 V", Measured.Voltage, true, 4.2)]
    [DataRow("voltage >= 4.2 V", Measured.Voltage, true, 4.2)]
    [DataRow("4.2 V", Measured.Voltage, true, 4.2)]
    [DataRow("time > 2 h", Measured.SegmentTime, true, 7200.0)]
    [DataRow("2 h", Measured.SegmentTime, true, 7200.0)]
    [DataRow("charge > 0.5 mAh", Measured.StepCharge, true, 1.8)]
    [DataRow("0.5 mAh", Measured.StepCharge, true, 1.8)]
    [DataRow("capacity > 120 mAh/g", Measured.StepCharge, true, 120 * 3600 * 3.393e-6)]
    [DataRow("temperature > 40 degC", Measured.Temperature, true, 40.0)]
    public void Until_InACharge_HasItsQuantityAndDirection(string text, Measured quantity, bool above, double threshold)
    {
        var end = Shipped.OnlyStep($"  - {{step: constant_current, current: C/5, until: {text}}}").Segments[0].Until.Single();
        Assert.AreEqual((quantity, above), (end.Quantity, end.Above));
        Assert.AreEqual(threshold, end.Threshold, 1e-12);
    }

    [TestMethod]
    [DataRow("C/20", Measured.AbsoluteCurrent, false, 0.05)]
    [DataRow("current < 0.05 C", Measured.Current, false, 0.05)]
    [DataRow("'|current| < C/20'", Measured.AbsoluteCurrent, false, 0.05)]
    [DataRow("absolute_current <= C/20", Measured.AbsoluteCurrent, false, 0.05)]
    [DataRow("absolute_current > 2C", Measured.AbsoluteCurrent, true, 2.0)]
    public void Until_InAHold_LooksAtTheCurrent(string text, Measured quantity, bool above, double rate)
    {
        var end = Shipped.OnlyStep($"  - {{step: constant_voltage, voltage: 4.2 V, until: {text}}}").Segments[0].Until.Single();
        Assert.AreEqual((quantity, above), (end.Quantity, end.Above));
        Assert.AreEqual(rate * OneC, end.Threshold, 1e-12);
    }

    [TestMethod]
    public void Until_PlainVoltageInADischarge_IsAtOrBelow() =>
        Assert.IsFalse(Shipped.OnlyStep("  - {step: constant_current, current: -C/5, until: 2.8 V}").Segments[0].Until.Single().Above);

    [TestMethod]
    [DataRow("[voltage > 4.2 V, 3 h]")]
    [DataRow("voltage > 4.2 V or 3 h")]
    public void Until_Several_AreAnyOf(string text)
    {
        var until = Shipped.OnlyStep($"  - {{step: constant_current, current: C/5, until: {text}}}").Segments[0].Until;
        CollectionAssert.AreEqual(new[] { 4.2, 10800.0 }, until.Select(u => u.Threshold).ToArray());
    }

    [TestMethod]
    public void Rest_AsAsked_OpensTheRelayOrHoldsZeroCurrent()
    {
        Assert.AreEqual(ControlMode.OpenCircuit, Shipped.OnlyStep("  - {step: rest, for: 1 h}").Segments[0].Mode);
        var held = Shipped.OnlyStep("  - rest: {for: 1 h, hold: zero_current}").Segments[0];
        Assert.AreEqual((SegmentRole.Rest, ControlMode.Current, 0.0), (held.Role, held.Mode, held.Set.Start));
        Assert.AreEqual(ControlMode.Current, Shipped.Read("name: t\nrest: {hold: zero_current}\nsteps: [Rest for 1 hour]").Steps.Single().Segments[0].Mode);
    }

    [TestMethod]
    public void Cccv_Charge_IsACurrentToTheVoltageAndAHold()
    {
        var step = Shipped.OnlyStep("  - {step: cccv, current: C/5, voltage: 4.2 V, until: [C/20, 2 h], for: 10 h}");
        Assert.AreEqual((Measured.Voltage, true, 4.2), (step.Segments[0].Until[0].Quantity, step.Segments[0].Until[0].Above, step.Segments[0].Until[0].Threshold));
        Assert.AreEqual((SegmentRole.ConstantVoltage, 4.2), (step.Segments[1].Role, step.Segments[1].Set.Start));
        Assert.AreEqual(Measured.AbsoluteCurrent, step.Segments[1].Until[0].Quantity);
        Assert.AreEqual((Measured.StepTime, 36000.0), (step.Until.Single().Quantity, step.Until.Single().Threshold));
        Assert.AreEqual(1.25 * 0.2 * OneC, step.Segments[1].LargestExpectedAmperes, 1e-12);
    }

    [TestMethod]
    public void CyclicVoltammetry_FromOpenCircuit_GoesToTheVerticesAndCountsPasses()
    {
        var segments = Shipped.OnlyStep("  - {step: cyclic_voltammetry, rate: 0.1 mV/s, start: open_circuit, between: 2.8 V .. 4.2 V, cycles: 2}").Segments;
        Assert.IsTrue(segments[0].Set.StartsAtMeasured);
        CollectionAssert.AreEqual(new[] { 4.2, 2.8, 4.2, 2.8 }, segments.Select(s => s.Set.End).ToArray());
        CollectionAssert.AreEqual(new[] { 1e-4, -1e-4, 1e-4, -1e-4 }, segments.Select(s => s.Set.SlopePerSecond).ToArray());
        CollectionAssert.AreEqual(new[] { 0, 0, 1, 1 }, segments.Select(s => s.Pass).ToArray());
        Assert.AreEqual(5e-3, segments[0].LargestExpectedAmperes);
    }

    [TestMethod]
    public void CyclicVoltammetry_CathodicFromAPotentialToAnEnd_TurnsTheOtherWay()
    {
        var segments = Shipped.OnlyStep("  - {step: cyclic_voltammetry, rate: 1 mV/s, start: 3.5 V, direction: cathodic, between: 2.8 V .. 4.2 V, end: 3.5 V, largest_current: 1 mA}").Segments;
        CollectionAssert.AreEqual(new[] { 3.5, 2.8, 4.2 }, segments.Select(s => s.Set.Start).ToArray());
        CollectionAssert.AreEqual(new[] { 2.8, 4.2, 3.5 }, segments.Select(s => s.Set.End).ToArray());
        Assert.IsTrue(segments.All(s => s.LargestExpectedAmperes == 1e-3 && s.Set.DurationSeconds > 0));
    }

    [TestMethod]
    public void Gitt_WithPulses_IsUnrolled()
    {
        var step = Shipped.OnlyStep("  - {step: gitt, current: -C/10, pulse: 10 min, rest: {for: 1 h, hold: zero_current, record: {dt: 60 s}}, pulses: 3}");
        Assert.IsFalse(step.Repeats);
        Assert.HasCount(6, step.Segments);
        CollectionAssert.AreEqual(new[] { 0, 0, 1, 1, 2, 2 }, step.Segments.Select(s => s.Pass).ToArray());
        Assert.AreEqual((ControlMode.Current, 0.0, step.Segments[0].LargestExpectedAmperes), (step.Segments[1].Mode, step.Segments[1].Set.Start, step.Segments[1].LargestExpectedAmperes));
    }

    [TestMethod]
    public void Record_OfAStep_TakesWhatItDoesNotSayFromTheFile()
    {
        var plan = Shipped.Read("name: t\nrecord: {dt: 10 s, dV: 2 mV}\nsteps:\n  - {step: rest, for: 1 h, record: {dV: 1 mV, dI: 1 uA}}\n  - Rest for 1 hour (5 second period)");
        CollectionAssert.AreEqual(new[] { new RecordRule(10, 1e-3, 1e-6), new RecordRule(5, 2e-3, double.PositiveInfinity) }, plan.Steps.Select(s => s.Segments[0].Record).ToArray());
    }

    [TestMethod]
    public void Limits_WithDelayAndAction_StandBesideTheHardOnes()
    {
        var limits = Shipped.Read("""
            name: t
            limits:
              - {voltage: 2.5 V .. 4.35 V, delay: 1 s, action: end_step}
              - {current: 2C, temperature: 5 degC .. 45 degC}
            steps: [Rest for 1 hour]
            """).Limits;
        Assert.AreEqual((2.0, 4.5, 5e-3), (limits.LowestVoltage, limits.HighestVoltage, limits.LargestCurrent));
        var expected = new[]
        {
            (Measured.Voltage, true, 4.35, 1.0, LimitAction.EndStep), (Measured.Voltage, false, 2.5, 1.0, LimitAction.EndStep),
            (Measured.AbsoluteCurrent, true, 2 * OneC, 0.0, LimitAction.Stop), (Measured.Temperature, true, 45.0, 0.0, LimitAction.Stop), (Measured.Temperature, false, 5.0, 0.0, LimitAction.Stop),
        };
        CollectionAssert.AreEqual(expected, limits.Protocol.Select(l => (l.Quantity, l.Above, l.Threshold, l.DelaySeconds, l.Action)).ToArray());
    }
}
