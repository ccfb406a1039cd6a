using CoinRig.Protocols;

namespace CoinRig.Interchange.Tests;

/// <summary>Whole protocols of aurora-unicycler: head, loops, and its own test data.</summary>
[TestClass]
public sealed class UnicyclerFileTests
{
    const string Cc = """{"step": "constant_current", "rate_C": 0.1, "until_voltage_V": 4}""", Ocv = """{"step": "open_circuit_voltage", "until_time_s": 1}""";

    /// <summary>The example of the reference page.</summary>
    const string Example = """
        {"sample": {"name": "coin-7", "capacity_mAh": 3.2}, "record": {"time_s": 10, "voltage_V": 0.005},
         "safety": {"max_voltage_V": 4.4, "min_voltage_V": 2.0, "delay_s": 1},
         "method": [{"step": "open_circuit_voltage", "until_time_s": 3600}, {"step": "tag", "tag": "cycle"},
          {"step": "constant_current", "rate_C": "C/5", "until_voltage_V": 4.3, "until_time_s": 28800},
          {"step": "constant_voltage", "voltage_V": 4.3, "until_rate_C": 0.05, "until_time_s": 7200},
          {"step": "constant_current", "rate_C": "D/5", "until_voltage_V": 3.0, "until_time_s": 28800},
          {"step": "loop", "loop_to": "cycle", "cycle_count": 20}]}
        """;

    [TestMethod]
    public void Example_BecomesAProtocolFile()
    {
        var imported = Imported.Unicycler(Example);
        Assert.AreEqual("""
            # From test.json, a protocol of aurora-unicycler.
            # Its sample has 3.2 mAh, by which its C-rates were turned into currents.
            name: coin-7
            limits: {voltage: 2 V .. 4.4 V, delay: 1 s}
            record: {dt: 10 s, dV: 0.005 V}
            steps:
              - Rest for 1 hour
              - repeat: 20
                steps:
                  - Charge at 0.64 mA for 8 hours or until 4.3 V
                  - Hold at 4.3 V for 2 hours or until 0.16 mA
                  - Discharge at 0.64 mA for 8 hours or until 3 V

            """.ReplaceLineEndings("\n"), imported.Text);
        Assert.IsTrue(imported.Plan.Instructions.OfType<BeginLoop>().Single().CountsCycles);
    }

    [TestMethod]
    public void Example_KeepingRates_LeavesThemToTheCell()
    {
        var lines = Imported.Unicycler(Example, keepRates: true).StepLines();
        Assert.Contains("- Charge at C/5 for 8 hours or until 4.3 V", lines);
        Assert.Contains("- Hold at 4.3 V for 2 hours or until C/20", lines);
    }

    [TestMethod]
    [DataRow("""{"max_voltage_V": 4.4}""", "{voltage: .. 4.4 V}")]
    [DataRow("""{"min_voltage_V": "2.5", "delay_s": 0}""", "{voltage: 2.5 V ..}")]
    [DataRow("""{"min_current_mA": -10, "max_current_mA": 10, "delay_s": "10"}""", "{current: 10 mA, delay: 10 s}")]
    [DataRow("""{"min_current_mA": -10, "max_current_mA": 5}""", "{current: -10 mA .. 5 mA}")]
    [DataRow("""{"max_current_mA": 5, "max_capacity_mAh": 2}""", "{current: .. 5 mA, charge: 2 mAh}")]
    public void Safety_BecomesLimitsThatLoad(string safety, string limits)
    {
        var imported = Imported.Unicycler($$"""{{{Imported.Record}}, "safety": {{safety}}, "method": [{{Ocv}}]}""");
        StringAssert.Contains(imported.Text, $"\nlimits: {limits}\n");
        Assert.IsNotEmpty(imported.Plan.Limits.Protocol);
    }

    [TestMethod]
    [DataRow("""{"max_voltage_V": 2, "min_voltage_V": 3}""", "is not below max_voltage_V")]
    [DataRow("""{"max_voltage_V": ""}""", "'max_voltage_V' takes a number")]
    [DataRow("""{"max_capacity_mAh": -1}""", "a charge above zero")]
    [DataRow("""{"max_voltage_V": 4, "delay_s": -1}""", "a time of 0 s to 1 h")]
    [DataRow("""{"max_power_mW": 1}""", "unknown key 'max_power_mW'")]
    public void Safety_Wrong_IsRefusedByName(string safety, string found) => Assert.IsTrue(
        Imported.Mistakes(() => Imported.Unicycler($$"""{{{Imported.Record}}, "safety": {{safety}}, "method": [{{Ocv}}]}""")).Any(m => m.Contains(found, StringComparison.Ordinal)));

    [TestMethod]
    [DataRow("""{"method": [{"step": "open_circuit_voltage", "until_time_s": 1}]}""", "no 'record'")]
    [DataRow("""{"record": {}, "method": [{"step": "open_circuit_voltage", "until_time_s": 1}]}""", "no 'time_s'")]
    [DataRow("""{"record": {"time_s": 1}}""", "no 'method'")]
    [DataRow("""{"record": {"time_s": 1}, "method": []}""", "at least one step")]
    [DataRow("""{"record": {"time_s": 1}, "method": [{"step": "open_circuit_voltage", "until_time_s": 1}], "notes": ""}""", "unknown key 'notes'")]
    [DataRow("""{"record": {"time_s": 1}, "sample": {"capacity_mAh": 0}, "method": [{"step": "open_circuit_voltage", "until_time_s": 1}]}""", "a capacity above zero")]
    [DataRow("""{"record": {"time_s": 1}, "unicycler": {"build": 1}, "method": [{"step": "open_circuit_voltage", "until_time_s": 1}]}""", "unknown key 'build'")]
    [DataRow("""{"record": {time_s: 1}}""", "not JSON")]
    [DataRow("[1]", "a protocol of aurora-unicycler: a mapping")]
    public void File_Wrong_IsRefusedByName(string json, string found) =>
        Assert.IsTrue(Imported.Mistakes(() => Imported.Unicycler(json)).Any(m => m.Contains(found, StringComparison.Ordinal)));

    [TestMethod]
    public void Name_Placeholder_IsTheFiles() =>
        Assert.AreEqual("test", Imported.Unicycler($$"""{{{Imported.Record}}, "sample": {"name": "$NAME"}, "method": [{{Ocv}}]}""").Plan.Name);

    [TestMethod]
    public void Tabs_AreBlanks() => Assert.HasCount(1, Imported.Unicycler($"{{\n\t{Imported.Record},\n\t\"method\": [\n\t\t{Ocv}\n\t]\n}}").Plan.Instructions);

    [TestMethod]
    public void Loops_ByIndexAndByTag_Nest()
    {
        var lines = Imported.Method($$"""
            {{Ocv}}, {"step": "tag", "tag": "outer"}, {"step": "tag", "tag": "inner"}, {{Cc}}, {"step": "loop", "loop_to": "inner", "cycle_count": 34},
            {{Ocv}}, {"step": "loop", "loop_to": "outer", "cycle_count": "12"}, {"step": "loop", "cycle_count": 2}
            """).StepLines();
        CollectionAssert.AreEqual(new[]
        {
            "- repeat: 2", "steps:", "- Rest for 1 second", "- repeat: 12", "steps:", "- repeat: 34", "steps:", "- Charge at C/10 until 4 V", "- Rest for 1 second",
        }, lines);
    }

    [TestMethod]
    [DataRow("""{"step": "loop", "loop_to": 3, "cycle_count": 2}""", "loop 3 to step 3")]
    [DataRow("""{"step": "loop", "loop_to": 2, "cycle_count": 2}""", "loop 3 to step 2")]
    [DataRow("""{"step": "loop", "loop_to": 0, "cycle_count": 2}""", "loop 3 to step 0")]
    [DataRow("""{"step": "loop", "loop_to": "x", "cycle_count": 2}""", "a loop to 'x'")]
    [DataRow("""{"step": "loop", "loop_to": 1, "cycle_count": 0}""", "passes above zero")]
    [DataRow("""{"step": "loop", "loop_to": 1}""", "no 'cycle_count'")]
    [DataRow("""{"step": "tag", "tag": "a"}, {"step": "loop", "loop_to": "a", "cycle_count": 2}""", "directly before it")]
    [DataRow("""{"step": "tag", "tag": "a"}, {"step": "tag", "tag": "a"}""", "a second tag 'a'")]
    [DataRow("""{"step": "tag", "tag": ""}""", "not empty")]
    [DataRow("""{"step": "tag", "tag": "a"}, {"step": "open_circuit_voltage", "until_time_s": 1}, {"step": "loop", "loop_to": 1, "cycle_count": 2}, {"step": "open_circuit_voltage", "until_time_s": 1}, {"step": "loop", "loop_to": "a", "cycle_count": 2}""", "intersects")]
    public void Loops_Wrong_AreRefusedByName(string steps, string found) => StringAssert.Contains(Imported.Mistake(() => Imported.Method($"{Cc}, {Cc}, {steps}")), found);

    [TestMethod]
    public void RecursionBomb_IsRefusedByItsPasses()
    {
        var tags = string.Join(", ", Enumerable.Range(0, 5).Select(i => $$"""{"step": "tag", "tag": "t{{i}}"}"""));
        var loops = string.Join(", ", Enumerable.Range(0, 5).Reverse().Select(i => $$"""{"step": "loop", "loop_to": "t{{i}}", "cycle_count": 100}"""));
        StringAssert.Contains(Imported.Mistakes(() => Imported.Method($"{tags}, {Cc}, {loops}"))[0], "times; at most");
    }
}
