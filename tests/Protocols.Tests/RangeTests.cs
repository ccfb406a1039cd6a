using CoinRig.Documents;

namespace CoinRig.Protocols.Tests;

[TestClass]
public sealed class RangeTests
{
    [TestMethod]
    [DataRow("step: constant_voltage, voltage: 4.1 V, for: 1 h")]
    [DataRow("step: linear_sweep, rate: 1 mV/s, end: 4.1 V")]
    [DataRow("step: cyclic_voltammetry, rate: 1 mV/s, between: 3 V .. 4.1 V")]
    public void Auto_OfAVoltage_FollowsTheCurrentInEverySegment(string step)
    {
        var segments = Shipped.OnlyStep($"  - {{{step}, largest_current: 1 mA, range: auto}}").Segments;
        Assert.IsTrue(segments.All(s => s.Range == new RangeRule(IsAuto: true, 0) && s.LargestExpectedAmperes == 1e-3));
    }

    [TestMethod]
    public void Auto_OfACccv_IsForItsHold()
    {
        var segments = Shipped.OnlyStep("  - {step: cccv, current: C/5, voltage: 4.2 V, until: C/50, range: auto}").Segments;
        CollectionAssert.AreEqual(new[] { default, new RangeRule(IsAuto: true, 0) }, segments.Select(s => s.Range).ToArray());
    }

    [TestMethod]
    public void Named_IsForEverySegmentWithCurrent_AndSaysHowMuchAVoltageExpects()
    {
        var segments = Shipped.OnlyStep("  - {step: gitt, current: C/10, pulse: 10 min, rest: 1 h, pulses: 1, range: 1 mA}").Segments;
        CollectionAssert.AreEqual(new[] { new RangeRule(IsAuto: false, 1e-3), default }, segments.Select(s => s.Range).ToArray());
        var hold = Shipped.OnlyStep("  - {step: constant_voltage, voltage: 4.1 V, for: 1 h, range: 100 uA}").Segments[0];
        Assert.AreEqual(100e-6, hold.Range.FullScaleAmperes, 1e-12);
        Assert.AreEqual(100e-6, hold.LargestExpectedAmperes, 1e-12);
    }

    [TestMethod]
    public void WithoutTheKey_TheLargestExpectedCurrentChooses() =>
        Assert.AreEqual(default, Shipped.OnlyStep("  - {step: constant_voltage, voltage: 4.1 V, for: 1 h}").Segments[0].Range);

    [TestMethod]
    [DataRow("{step: constant_current, current: C/5, for: 1 h, range: auto}", "'range: auto' in a step that sets its current")]
    [DataRow("{step: gitt, current: C/10, pulse: 10 min, rest: 1 h, pulses: 1, range: auto}", "'range: auto' in a step that sets its current")]
    [DataRow("{step: rest, for: 1 h, range: auto}", "a range in a step without current")]
    [DataRow("{step: constant_voltage, voltage: 4.1 V, for: 1 h, range: automatic}", "auto, or a range of the board")]
    [DataRow("{step: constant_voltage, voltage: 4.1 V, for: 1 h, range: -1 mA}", "auto, or a range of the board")]
    public void Mistake_IsToldWithWhatToWrite(string step, string said)
    {
        var mistakes = Assert.ThrowsExactly<DocumentException>(() => Shipped.OnlyStep($"  - {step}"));
        StringAssert.Contains(mistakes.Message, said);
    }
}
