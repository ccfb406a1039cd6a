using CoinRig.Protocols;

namespace CoinRig.Interchange.Tests;

/// <summary>Each example of PyBaMM 7c9f5bd that the reference page lists as run: accepted ones mean the same here, with the sign turned; refused ones are refused by name.</summary>
[TestClass]
public sealed class PybammExamplesTests
{
    /// <summary>Of the assumed cell, by which imported protocols are checked, 1C is 1 mA.</summary>
    const double OneC = 1e-3;

    [TestMethod]
    [DataRow("Discharge at C/20 for 1h (2 minute period)", -OneC / 20, 3600, double.NaN, 120)]
    [DataRow("Charge at 0.5 C for 45 minutes", OneC / 2, 2700, double.NaN, 10)]
    [DataRow("Charge at 0.05C for 1 hour or until 4.2 V", OneC / 20, 3600, 4.2, 10)]
    [DataRow("Charge at 200 mA for 45 minutes", 0.2, 2700, double.NaN, 10)]
    [DataRow("Charge at 1 A for 1 hour until 4.1 V", 1.0, 3600, 4.1, 10)]
    [DataRow("Charge at 1 A until 4.1V", 1.0, double.NaN, 4.1, 10)]
    [DataRow("Charge at 1 A until > 4.1 V", 1.0, double.NaN, 4.1, 10)]
    [DataRow("Charge at 1.5e-05 A for 1 hour", 1.5e-5, 3600, double.NaN, 10)]
    [DataRow("Discharge at C/3 for 2 hours or until 2.5 V", -OneC / 3, 7200, 2.5, 10)]
    [DataRow("Discharge at 1A for 1 m", -1.0, 60, double.NaN, 10)]
    [DataRow("Discharge at 1A for 30 s", -1.0, 30, double.NaN, 10)]
    [DataRow("Discharge at 1A for 2hr", -1.0, 7200, double.NaN, 10)]
    public void Current_Accepted_MeansTheSame(string sentence, double amperes, double seconds, double volts, double period)
    {
        var segment = Imported.Pybamm(sentence).OnlyStep().Segments.Single();
        Assert.AreEqual(ControlMode.Current, segment.Mode);
        Assert.AreEqual(amperes, segment.Set.Start, 1e-15);
        AssertEnd(segment, Measured.SegmentTime, seconds, above: true);
        AssertEnd(segment, Measured.Voltage, volts, above: amperes > 0);
        Assert.AreEqual(period, segment.Record.IntervalSeconds);
    }

    [TestMethod]
    [DataRow("Hold at 4.1 V until 50 mA", 4.1, 0.05)]
    [DataRow("Hold at 3V until C/50", 3.0, OneC / 50)]
    public void Hold_Accepted_EndsBelowTheSizeOfTheCurrent(string sentence, double volts, double amperes)
    {
        var segment = Imported.Pybamm(sentence).OnlyStep().Segments.Single();
        Assert.AreEqual(volts, segment.Set.Start);
        AssertEnd(segment, Measured.AbsoluteCurrent, amperes, above: false);
    }

    [TestMethod]
    [DataRow("Discharge at 1W for 0.5 hours", ControlMode.Power, -1, 1800)]
    [DataRow("Discharge at 4 Ohm for 10 minutes", ControlMode.Resistance, 4, 600)]
    public void Load_Accepted_MeansTheSame(string sentence, ControlMode mode, double set, double seconds)
    {
        var segment = Imported.Pybamm(sentence).OnlyStep().Segments.Single();
        Assert.AreEqual(mode, segment.Mode);
        Assert.AreEqual(set, segment.Set.Start);
        AssertEnd(segment, Measured.SegmentTime, seconds, above: true);
    }

    [TestMethod]
    public void Rest_Accepted_HasItsPeriod()
    {
        var segment = Imported.Pybamm("Rest for 1 hour (10 second period)").OnlyStep().Segments.Single();
        Assert.AreEqual(ControlMode.OpenCircuit, segment.Mode);
        AssertEnd(segment, Measured.SegmentTime, 3600, above: true);
        Assert.AreEqual(10, segment.Record.IntervalSeconds);
    }

    [TestMethod]
    [DataRow("Discharge at 1 A", "without an end")]
    [DataRow("charge at 1 A for 1 hour", "'charge' in other letters")]
    [DataRow("Discharge at 50 uA for 1 hour", "'50 uA'")]
    [DataRow("Discharge at 50 µA for 1 hour", "'50 µA'")]
    [DataRow("Discharge at 1 kW for 1 hour", "'1 kW'")]
    [DataRow("Discharge at D/2 for 1 hour", "'D/2'")]
    [DataRow("Discharge at 2C/3 for 1 hour", "'2C/3'")]
    [DataRow("Discharge at C for 1 hour", "'C'")]
    [DataRow("Discharge at C2 for 1 hour", "'C2'")]
    [DataRow("Discharge at 1 A for 2 days", "'2 days'")]
    [DataRow("Discharge at 1 A for 1:00:00", "'1:00:00'")]
    [DataRow("Discharge at 1 A for 1 Hour", "'1 Hour'")]
    [DataRow("Discharge at 1 A for 5", "'5'")]
    [DataRow("Discharge at 1 A until 4 Ah", "'4 Ah' is not a limit")]
    [DataRow("Discharge at 1 A until 2 Ohm", "'2 Ohm' is not a limit")]
    [DataRow("Discharge at 1 A until 1 W", "'1 W' is not a limit")]
    [DataRow("Hold at 4.2 V until 0.05C or until 0.1 mA", "two limits")]
    [DataRow("Charge at 1 A until 4.1 V for 1 hour", "'for' behind 'until'")]
    [DataRow("Charge at 1 A for 1 hour or 4.2 V", "'or' without 'until'")]
    [DataRow("Run US06 (A) for 10 minutes", "'Run' is not a verb")]
    [DataRow("Hold at 4.1 V at 25oC for 1 hour", "a temperature")]
    [DataRow("Charge at 1 A for 1 hour(1 minute period)", "no blank before '('")]
    [DataRow("Discharge  at 1 A for 1 hour", "two blanks")]
    [DataRow("Rest", "without an end")]
    [DataRow("Charge at 4.1 V until 50 mA", "PyBaMM would set -4.1 V")]
    [DataRow("Charge at -1 A for 1 hour", "a negative current")]
    [DataRow("Charge at 1 A for 0 hours", "a duration of 0 s")]
    [DataRow("Rest until 3 V", "never ends the step")]
    public void Refused_IsNamedWithItsPlace(string sentence, string found)
    {
        var mistake = Imported.Mistake(() => Imported.Pybamm($"Rest for 1 hour\n{sentence}\n"));
        StringAssert.StartsWith(mistake, "lab/test.txt:2:1: ");
        StringAssert.Contains(mistake, found);
    }

    static void AssertEnd(Segment segment, Measured quantity, double threshold, bool above)
    {
        var end = segment.Until.SingleOrDefault(u => u.Quantity == quantity);
        if (double.IsNaN(threshold))
        {
            Assert.IsNull(end);
            return;
        }
        Assert.IsNotNull(end, $"no end by {quantity}");
        Assert.AreEqual(threshold, end.Threshold, 1e-12);
        Assert.AreEqual(above, end.Above);
    }
}
