namespace CoinRig.Protocols.Tests;

/// <summary>PyBaMM's step strings: the tables of what PyBaMM accepts and refuses.</summary>
[TestClass]
public sealed class SentenceTests
{
    static readonly double OneC = Shipped.Lpo.OneCAmperes;

    /// <summary>For these the coated cell's limits are put aside.</summary>
    static readonly CoinRig.Cells.Cell Large = Shipped.Lpo with { LargestCurrent = 5 };

    static Segment Only(string sentence) => Shipped.OnlyStep($"  - {sentence}", Large).Segments.Single();

    [TestMethod]
    public void Accepted_CRateForTimeWithPeriod_DischargesAndRecords()
    {
        var segment = Only("Discharge at C/20 for 1h (2 minute period)");
        Assert.AreEqual(-OneC / 20, segment.Set.Start, 1e-15);
        Assert.AreEqual(3600, segment.Until.Single().Threshold);
        Assert.AreEqual(120, segment.Record.IntervalSeconds);
    }

    [TestMethod]
    [DataRow("Charge at 0.5 C for 45 minutes", 0.5, 2700.0, double.NaN)]
    [DataRow("Charge at 0.05C for 1 hour or until 4.2 V", 0.05, 3600.0, 4.2)]
    [DataRow("Discharge at C/3 for 2 hours or until 2.5 V", -1 / 3.0, 7200.0, 2.5)]
    public void Accepted_CRates_AreMultiplesOfOneC(string sentence, double rate, double seconds, double volts)
    {
        var segment = Only(sentence);
        Assert.AreEqual(rate * OneC, segment.Set.Start, 1e-15);
        Assert.AreEqual(new EndCondition(Measured.SegmentTime, true, seconds, segment.Until[0].Text), segment.Until[0]);
        if (!double.IsNaN(volts))
        {
            Assert.AreEqual((Measured.Voltage, rate > 0, volts), (segment.Until[1].Quantity, segment.Until[1].Above, segment.Until[1].Threshold));
        }
    }

    [TestMethod]
    [DataRow("Charge at 200 mA for 45 minutes", 0.2, 2700.0, double.NaN)]
    [DataRow("Charge at 1 A for 1 hour until 4.1 V", 1.0, 3600.0, 4.1)]
    [DataRow("Charge at 1 A until 4.1V", 1.0, double.NaN, 4.1)]
    [DataRow("Charge at 1 A until > 4.1 V", 1.0, double.NaN, 4.1)]
    [DataRow("Charge at 1 A until >4.1 V", 1.0, double.NaN, 4.1)]
    [DataRow("Charge at 1 A or until 4.1V", 1.0, double.NaN, 4.1)]
    [DataRow("Charge at 1.5e-05 A for 1 hour", 1.5e-5, 3600.0, double.NaN)]
    [DataRow("Discharge at 1A for 1 m", -1.0, 60.0, double.NaN)]
    [DataRow("Discharge at 1A for 30s", -1.0, 30.0, double.NaN)]
    [DataRow("Discharge at 1A for 2hr", -1.0, 7200.0, double.NaN)]
    public void Accepted_Currents_ChargePositive(string sentence, double amperes, double seconds, double volts)
    {
        var segment = Only(sentence);
        Assert.AreEqual(amperes, segment.Set.Start, 1e-15);
        Assert.AreEqual(ControlMode.Current, segment.Mode);
        var expected = new[] { seconds, volts }.Where(double.IsFinite).ToArray();
        CollectionAssert.AreEqual(expected, segment.Until.Select(u => u.Threshold).ToArray());
        Assert.IsTrue(segment.Until.All(u => u.Above));
    }

    [TestMethod]
    public void Accepted_Holds_EndWhereTheSizeOfTheCurrentFalls()
    {
        var amperes = Only("Hold at 4.1 V until 50 mA");
        Assert.AreEqual((ControlMode.Voltage, 4.1), (amperes.Mode, amperes.Set.Start));
        Assert.AreEqual((Measured.AbsoluteCurrent, false, 0.05), (amperes.Until[0].Quantity, amperes.Until[0].Above, amperes.Until[0].Threshold));
        var rate = Only("Hold at 3V until C/50");
        Assert.AreEqual(3, rate.Set.Start);
        Assert.AreEqual(0.02 * OneC, rate.Until[0].Threshold, 1e-15);
    }

    [TestMethod]
    public void Accepted_RestWithPeriod_IsOpenCircuit()
    {
        var segment = Only("Rest for 1 hour (10 second period)");
        Assert.AreEqual((SegmentRole.Rest, ControlMode.OpenCircuit, 3600.0, 10.0), (segment.Role, segment.Mode, segment.Until[0].Threshold, segment.Record.IntervalSeconds));
    }

    [TestMethod]
    [DataRow("Discharge at 1mW for 0.5 hours", ControlMode.Power, -1e-3)]
    [DataRow("Charge at 0.002 W until 4.2 V", ControlMode.Power, 2e-3)]
    [DataRow("Discharge at 4000 Ohm for 10 minutes", ControlMode.Resistance, 4000.0)]
    public void Accepted_PowerAndResistance_AreLoads(string sentence, ControlMode mode, double value)
    {
        var segment = Shipped.OnlyStep("  - " + sentence).Segments.Single();
        Assert.AreEqual((mode, value), (segment.Mode, segment.Set.Start));
    }

    [TestMethod]
    [DataRow("Charge at 4000 Ohm for 10 minutes", "a resistor does not charge; 'Discharge at 4000 Ohm ...'")]
    [DataRow("Hold at 1 mW for 1 hour", "a hold at a power")]
    public void Refused_LoadsThatCannotBe(string sentence, string reason) => StringAssert.Contains(Refused(sentence), reason);

    [TestMethod]
    [DataRow("Discharge at 1 A", "a step without an end; 'Discharge at 1 A for 1 hour' or 'Discharge at 1 A until 2.8 V'")]
    [DataRow("charge at 1 A for 1 hour", "'charge' in other letters; 'Charge': upper and lower case count in sentences")]
    [DataRow("Discharge at 50 uA for 1 hour", "'50 uA' is not a value; the units A, mA, V, mV or C: write 0.05 mA for 50 uA, or use a mapping, which knows uA")]
    [DataRow("Discharge at 50 µA for 1 hour", "'50 µA' is not a value; the units A, mA, V, mV or C: write 0.05 mA for 50 uA, or use a mapping, which knows uA")]
    [DataRow("Discharge at 1 kW for 1 hour", "'1 kW' is not a value; the units A, mA, V, mV or C: write 0.05 mA for 50 uA, or use a mapping, which knows uA")]
    [DataRow("Discharge at D/2 for 1 hour", "'D/2' is not a value; a C-rate written C/2, 0.5C or 2 C")]
    [DataRow("Discharge at 2C/3 for 1 hour", "'2C/3' is not a value; a C-rate written C/2, 0.5C or 2 C")]
    [DataRow("Discharge at C for 1 hour", "'C' is not a value; a C-rate written C/2, 0.5C or 2 C")]
    [DataRow("Discharge at C2 for 1 hour", "'C2' is not a value; a C-rate written C/2, 0.5C or 2 C")]
    [DataRow("Discharge at 1 A for 2 days", "'2 days' is not a time;")]
    [DataRow("Discharge at 1 A for 1:00:00", "'1:00:00' is not a time;")]
    [DataRow("Discharge at 1 A for 1 Hour", "'1 Hour' is not a time;")]
    [DataRow("Discharge at 1 A for 5", "'5' is not a time;")]
    [DataRow("Discharge at 1 A until 4 Ah", "'4 Ah' is not a limit of a sentence; a voltage, a current or a C-rate; for charge or capacity use a mapping: 'until: charge > 0.5 mAh'")]
    [DataRow("Discharge at 1 A until 2 Ohm", "'2 Ohm' is not a limit of a sentence;")]
    [DataRow("Discharge at 1 A until 1 W", "'1 W' is not a limit of a sentence;")]
    [DataRow("Hold at 4.2 V until 0.05C or until 0.1 mA", "two limits; one limit in a sentence;")]
    [DataRow("Charge at 1 A until 4.1 V for 1 hour", "'for' behind 'until'; 'for' first: 'for 1 hour or until 4.1 V'")]
    [DataRow("Charge at 1 A for 1 hour or 4.2 V", "'or' without 'until'; 'for 1 hour or until 4.2 V'")]
    [DataRow("Run US06 (A) for 10 minutes", "'Run' is not a verb (PyBaMM removed it too);")]
    [DataRow("Hold at 4.1 V at 25oC for 1 hour", "a temperature in the sentence;")]
    [DataRow("Charge at 1 A for 1 hour(1 minute period)", "no blank before '(';")]
    [DataRow("Discharge  at 1 A for 1 hour", "two blanks in a row; single blanks between the words")]
    [DataRow("Rest", "a step without an end; 'Rest for 1 hour'")]
    [DataRow("Charge at +1 A for 1 hour", "'+1 A' is not a value;")]
    [DataRow("Charge for 1 hour", "no ' at VALUE' behind 'Charge'; 'Charge at C/5 ...'")]
    [DataRow("Charge at C/5 until 4,2 V", "a comma in a number; a decimal point: 'Charge at C/5 until 4.2 V'")]
    [DataRow("Charge at C/5 to 4.2 V", "'to' is no word of a sentence; 'until': 'Charge at C/5 until 4.2 V'")]
    [DataRow("Wait for 1 hour", "'Wait' is not a verb; one of Rest, Charge, Discharge, Hold")]
    public void Refused_ByTheGrammar_SaysWhyAndWhatToWrite(string sentence, string expected)
    {
        Assert.IsNull(SentenceGrammar.Parse(sentence));
        StringAssert.Contains(Refused(sentence), $"'{sentence}': {expected}");
    }

    [TestMethod]
    [DataRow("Charge at 4.1 V until 50 mA", "PyBaMM would set -4.1 V; 'Hold at 4.1 V ...' to hold a voltage")]
    [DataRow("Charge at -1 A for 1 hour", "a negative current turns a charge into a discharge;")]
    [DataRow("Charge at 1 A for 0 hours", "a duration of 0 s; a time above 0 s")]
    [DataRow("Rest until 3 V", "in a rest a voltage without < or > never ends the step; 'until > 3 V' or 'until < 3 V'")]
    [DataRow("Hold at 1 A for 1 hour", "a hold at a current;")]
    [DataRow("Hold at 4.1 V until 4.0 V", "can never be met: the voltage is held")]
    [DataRow("Charge at C/0 for 1 hour", "has no finite value")]
    [DataRow("Charge at 0 A for 1 hour", "no current; 'Rest for ...'")]
    [DataRow("Charge at 1 A until 0.1 A", "tells nothing here: the current is set by the step")]
    public void Refused_AcceptedByPyBaMMButWrong_SaysWhatToWrite(string sentence, string expected)
    {
        Assert.IsNotNull(SentenceGrammar.Parse(sentence));
        StringAssert.Contains(Refused(sentence), expected);
    }

    [TestMethod]
    public void Limit_CurrentWithOperator_KeepsPyBaMMsSignAndWarns()
    {
        var plan = Shipped.Steps("  - Hold at 4.1 V until < 50 mA", Large);
        var end = plan.Steps.Single().Segments[0].Until.Single();
        Assert.AreEqual((Measured.Current, true, -0.05), (end.Quantity, end.Above, end.Threshold));
        StringAssert.Contains(plan.Warnings.Single().ToString(), "for a taper write 'until 50 mA'");
    }

    static string Refused(string sentence) => Shipped.Mistakes($"name: t\nsteps:\n  - \"{sentence}\"", Large).Single();
}
