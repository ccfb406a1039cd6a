using CoinRig.Documents;

namespace CoinRig.Interchange.Tests;

/// <summary>What another program cannot say is refused by name where it changes what happens to the cell, and named where it only watches.</summary>
[TestClass]
public sealed class ExportRefusalTests
{
    [TestMethod]
    [DataRow("{step: gitt, current: C/10, pulse: 10 min, rest: 1 h, until: voltage > 4.2 V}", "nobody knows how often", "nobody knows how often")]
    [DataRow("{step: cccv, current: C/5, voltage: 4.2 V, until: C/20, for: 9 h}", "ends several segments together", "ends several segments together")]
    [DataRow("{step: cyclic_voltammetry, rate: 1 mV/s, between: 3 V .. 4 V}", "a sweep from open circuit", "a sweep from open circuit")]
    [DataRow("{step: linear_sweep, rate: 1 mV/s, start: 3 V, end: 4 V}", "", "a sweep of the voltage")]
    [DataRow("{step: linear_sweep, rate: 1 mV/s, start: 3 V, end: 4 V, for: 5 min}", "a sweep with an end of its own", "a sweep of the voltage")]
    [DataRow("{step: constant_current, current: C/5, until: 0.2 mAh}", "'0.2 mAh' cannot be said", "'0.2 mAh' cannot be said")]
    [DataRow("{step: constant_current, current: C/5, until: temperature > 40 degC}", "'temperature > 40 degC' cannot be said", "'temperature > 40 degC' cannot be said")]
    [DataRow("{step: constant_current, current: 18 mA/g, for: 1 h}", "a current per mass or area; --cell", "a current per mass or area; --cell")]
    [DataRow("{step: constant_current, current: C/5, for: 1 h, until: voltage < 3 V}", "a charge that ends below a voltage", "")]
    [DataRow("{step: constant_voltage, voltage: 4 V, until: current < 0.1 mA}", "a current with its sign", "")]
    [DataRow("{step: constant_voltage, voltage: 4 V, until: [current < C/50, 1 h]}", "a C-rate with a sign", "a C-rate with a sign")]
    [DataRow("{step: constant_voltage, voltage: 4 V, until: [C/20, '|current| < C/10']}", "cannot be said", "cannot be said")]
    [DataRow("{step: constant_current, c_rate: last_discharge_capacity, current: C/5, for: 1 h}", "a C-rate of the last measured capacity", "a C-rate of the last measured capacity")]
    [DataRow("{step: constant_current, current: C/5, for: 1 h, until: {when: 4.2 V, goto: end}}", "goes to another step", "goes to another step")]
    [DataRow("{step: wait, for: person, timeout: 1 h}", "'released by a person' cannot be said", "'released by a person' cannot be said")]
    [DataRow("{step: constant_current, current: C/5, until: voltage > 4 V and time > 1 h}", "cannot be said", "cannot be said")]
    [DataRow("{repeat: 3, until: capacity_retention < 80 %, steps: [Rest for 1 hour]}", "a loop that ends by 'capacity_retention < 80 %'", "a loop that ends by 'capacity_retention < 80 %'")]
    [DataRow("{step: rest, for: 1 h, until: voltage > 4 V}", "a rest that ends by voltage", "")]
    [DataRow("{step: rest, for: 1 h, hold: zero_current}", "a rest at zero current", "")]
    [DataRow("Discharge at 1 W for 1 hour", "constant power", "")]
    [DataRow("Discharge at 100 Ohm for 1 hour", "constant resistance", "")]
    public void Steps_ThatCannotBeSaid_AreRefusedByName(string step, string unicycler, string pybamm)
    {
        var text = $"name: t\nsteps:\n  - {step}\n";
        AssertRefused(unicycler, () => UnicyclerExport.Write(text, "t.yaml", null));
        AssertRefused(pybamm, () => PybammExport.Write(text, "t.yaml", null, isJson: false));
    }

    [TestMethod]
    public void PulsesOfANumber_AreUnrolled()
    {
        var list = PybammExport.Write("name: t\nsteps:\n  - {step: gitt, current: C/10, pulse: 10 min, rest: 1 h, pulses: 2}\n", "t.yaml", null, isJson: false).Text;
        Assert.AreEqual(2, list.Split("\"Charge at C/10 for 10 minutes (10 second period)\",\n    \"Rest for 1 hour (10 second period)\"").Length - 1, list);
    }

    [TestMethod]
    public void RecordRulesOfTheirOwn_AreRefusedByUnicycler() => AssertRefused("a record rule of its own", () => UnicyclerExport.Write(
        "name: t\nsteps:\n  - Rest for 1 hour\n  - {step: rest, for: 1 h, record: {dt: 1 s}}\n", "t.yaml", null));

    [TestMethod]
    [DataRow("{voltage: 2 V .. 4 V, action: end_step}", "ends the step")]
    [DataRow("[{voltage: 2 V .. 4 V}, {current: 1 mA, delay: 2 s}]", "another delay")]
    [DataRow("{current: 2C}", "depends on the cell")]
    public void Limits_ThatWouldActOtherwise_AreRefusedByUnicycler(string limits, string says) =>
        AssertRefused(says, () => UnicyclerExport.Write($"name: t\nlimits: {limits}\nsteps:\n  - Rest for 1 hour\n", "t.yaml", null));

    [TestMethod]
    public void Pybamm_TooLongUnrolled_IsRefused() => AssertRefused("more than 10000 steps", () => PybammExport.Write(
        "name: t\nsteps:\n  - repeat: 10001\n    steps:\n      - Rest for 1 hour\n", "t.yaml", null, isJson: true));

    [TestMethod]
    public void Pybamm_NamesWhatIsLeftOutAndAdded()
    {
        var exported = PybammExport.Write("name: t\nlimits: {temperature: 45 degC}\nrecord: {dV: 1 mV}\nsteps:\n  - Charge at C/5 until 4.2 V\n  - Hold at 4.2 V until C/20\n", "t.yaml", null, isJson: true);
        Assert.AreEqual("""
            [
              "Charge at C/5 for 10 hours or until 4.2 V (10 second period)",
              "Hold at 4.2 V for 24 hours or until C/20 (10 second period)"
            ]

            """.ReplaceLineEndings("\n"), exported.Text);
        CollectionAssert.AreEqual(new[]
        {
            "the limit 'temperature above 45 degC'", "recording on changes of voltage or current: the period is the record rule's dt",
            "a step 1 without a longest time: 'for 10 hours' was added", "a step 2 without a longest time: 'for 24 hours' was added",
        }, exported.LeftOut.ToArray());
    }

    static void AssertRefused(string says, Func<ExportedProtocol> export)
    {
        if (says.Length == 0)
        {
            Assert.AreNotEqual("", export().Text);
            return;
        }
        var refused = Assert.ThrowsExactly<DocumentException>(() => export());
        StringAssert.Contains(refused.Message, says);
        Assert.IsTrue(refused.Mistakes.All(m => m is { File: "t.yaml", Line: > 0 }), refused.Message);
    }
}
