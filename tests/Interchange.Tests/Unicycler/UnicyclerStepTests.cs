namespace CoinRig.Interchange.Tests;

/// <summary>The schema of aurora-unicycler, step by step.</summary>
[TestClass]
public sealed class UnicyclerStepTests
{
    [TestMethod]
    [DataRow("""{"step": "open_circuit_voltage", "until_time_s": "43200", "id": "a"}""", "Rest for 12 hours")]
    [DataRow("""{"step": "constant_current", "rate_C": "0.1", "current_mA": null, "until_time_s": "600", "until_voltage_V": "2"}""", "Charge at C/10 for 10 minutes or until 2 V")]
    [DataRow("""{"step": "constant_current", "rate_C": -0.5, "current_mA": 3, "until_voltage_V": 3.5}""", "Discharge at C/2 until 3.5 V")]
    [DataRow("""{"step": "constant_current", "rate_C": 0, "current_mA": "-0.05", "until_time_s": 90.5, "until_voltage_V": ""}""", "Discharge at 0.05 mA for 90.5 seconds")]
    [DataRow("""{"step": "constant_voltage", "voltage_V": 4.9, "until_rate_C": 0.05, "until_current_mA": 1, "until_time_s": 3600}""", "Hold at 4.9 V for 1 hour or until C/20")]
    [DataRow("""{"step": "constant_voltage", "voltage_V": "3", "until_rate_C": "", "until_current_mA": "-0.2"}""", "Hold at 3 V until 0.2 mA")]
    [DataRow("""{"step": "voltage_scan", "start_voltage_V": 3, "end_voltage_V": 4.2, "scan_rate_mV_per_s": "0.1"}""", "{step: linear_sweep, rate: 0.1 mV/s, start: 3 V, end: 4.2 V}")]
    public void Step_IsSaidInOurWords(string step, string expected) => CollectionAssert.AreEqual(new[] { "- " + expected }, Imported.Method(step).StepLines());

    [TestMethod]
    [DataRow("0.2", 0.2)]
    [DataRow("1/5", 0.2)]
    [DataRow("C/5", 0.2)]
    [DataRow("D/5", -0.2)]
    [DataRow("3D/3", -1)]
    [DataRow(" 2 C / 4 ", 0.5)]
    public void Rate_Forms_AreRead(string text, double expected)
    {
        Assert.IsTrue(UnicyclerValue.TryRate(text, out var rate));
        Assert.AreEqual(expected, rate, 1e-15);
    }

    [TestMethod]
    [DataRow("1C")]
    [DataRow("2C")]
    [DataRow("1/2/3")]
    [DataRow("5C/2D")]
    [DataRow("C")]
    [DataRow("C5")]
    [DataRow("C/0")]
    [DataRow("C/x")]
    public void Rate_OtherForms_AreRefused(string text) => StringAssert.Contains(
        Imported.Mistake(() => Imported.Method($$"""{"step": "constant_current", "rate_C": "{{text}}", "until_time_s": 60}""")), $"'{text}'; 'rate_C' takes");

    [TestMethod]
    [DataRow("""{"step": "impedance_spectroscopy", "amplitude_V": 0.01, "start_frequency_Hz": 1e5, "end_frequency_Hz": 0.1}""", "an 'impedance_spectroscopy' step")]
    [DataRow("""{"step": "power", "until_time_s": 1}""", "a step 'power'")]
    [DataRow("""{"step": "constant_curent", "until_time_s": 1}""", "did you mean 'constant_current'?")]
    [DataRow("""{"until_time_s": 1}""", "no 'step'")]
    [DataRow("""{"step": "open_circuit_voltage"}""", "no 'until_time_s'")]
    [DataRow("""{"step": "open_circuit_voltage", "until_time_s": 0}""", "above zero")]
    [DataRow("""{"step": "open_circuit_voltage", "until_time_s": 5, "until_voltage_V": 3}""", "unknown key 'until_voltage_V'")]
    [DataRow("""{"step": "constant_current", "rate_C": 0, "until_time_s": 60}""", "without 'rate_C' and 'current_mA'")]
    [DataRow("""{"step": "constant_current", "current_mA": 1, "until_time_s": 0, "until_voltage_V": 0}""", "without an end")]
    [DataRow("""{"step": "constant_current", "current_mA": "one", "until_time_s": 60}""", "'current_mA' takes a number")]
    [DataRow("""{"step": "constant_voltage", "until_time_s": 60}""", "no 'voltage_V'")]
    [DataRow("""{"step": "constant_voltage", "voltage_V": 4}""", "without an end")]
    [DataRow("""{"step": "voltage_scan", "start_voltage_V": 3, "end_voltage_V": 3, "scan_rate_mV_per_s": 1}""", "an end that differs from the start")]
    [DataRow("""{"step": "voltage_scan", "start_voltage_V": 3, "end_voltage_V": 4, "scan_rate_mV_per_s": ""}""", "'scan_rate_mV_per_s' takes a number")]
    [DataRow("\"open_circuit_voltage\"", "a step: a mapping")]
    public void Step_Wrong_IsRefusedByName(string step, string found)
    {
        var mistakes = Imported.Mistakes(() => Imported.Method("\n" + step));
        Assert.IsTrue(mistakes.Any(m => m.Contains(found, StringComparison.Ordinal)), string.Join(Environment.NewLine, mistakes));
        Assert.IsTrue(mistakes.All(m => m.StartsWith("lab/test.json:2:", StringComparison.Ordinal)), mistakes[0]);
    }

    [TestMethod]
    public void VoltageOfZero_BesideATime_CountsForNoneAndIsWarnedOf()
    {
        var imported = Imported.Method("""{"step": "constant_current", "current_mA": -1, "until_time_s": 60, "until_voltage_V": 0}""");
        CollectionAssert.AreEqual(new[] { "- Discharge at 1 mA for 1 minute" }, imported.StepLines());
        StringAssert.Contains(imported.Warnings.Single().ToString(), "takes for none");
    }
}
