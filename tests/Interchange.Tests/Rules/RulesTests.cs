namespace CoinRig.Interchange.Tests;

/// <summary>The rules by which exports are judged know what the reference page says is accepted and refused.</summary>
[TestClass]
public sealed class RulesTests
{
    [TestMethod]
    [DataRow("Discharge at C/20 for 1h (2 minute period)", true)]
    [DataRow("Charge at 0.05C for 1 hour or until 4.2 V", true)]
    [DataRow("Charge at 1 A until > 4.1 V", true)]
    [DataRow("Charge at 1.5e-05 A for 1 hour", true)]
    [DataRow("Discharge at 1A for 1 m", true)]
    [DataRow("Discharge at 4 Ohm for 10 minutes", true)]
    [DataRow("Hold at 3V until C/50", true)]
    [DataRow("Rest for 1 hour (10 second period)", true)]
    [DataRow("Discharge at 1 A", false)]
    [DataRow("charge at 1 A for 1 hour", false)]
    [DataRow("Discharge at 50 uA for 1 hour", false)]
    [DataRow("Discharge at 2C/3 for 1 hour", false)]
    [DataRow("Discharge at 1 A for 2 days", false)]
    [DataRow("Discharge at 1 A until 4 Ah", false)]
    [DataRow("Hold at 4.2 V until 0.05C or until 0.1 mA", false)]
    [DataRow("Charge at 1 A until 4.1 V for 1 hour", false)]
    [DataRow("Charge at 1 A for 1 hour(1 minute period)", false)]
    [DataRow("Charge at 4.1 V until 50 mA", false)]
    [DataRow("Charge at -1 A for 1 hour", false)]
    [DataRow("Rest until 3 V", false)]
    [DataRow("Rest", false)]
    public void Pybamm_Examples_AreJudgedAsThePageSays(string sentence, bool accepted) => Assert.AreEqual(accepted, PybammRules.Accepts(sentence));

    [TestMethod]
    [DataRow("""{"step": "open_circuit_voltage", "until_time_s": 0}""")]
    [DataRow("""{"step": "constant_current", "current_mA": 0, "until_time_s": 5}""")]
    [DataRow("""{"step": "voltage_scan", "start_voltage_V": 3, "end_voltage_V": 3, "scan_rate_mV_per_s": 1}""")]
    [DataRow("""{"step": "tag", "tag": "a"}, {"step": "loop", "loop_to": "a", "cycle_count": 2}""")]
    [DataRow("""{"step": "open_circuit_voltage", "until_time_s": 5, "note": 1}""")]
    public void Unicycler_Wrong_IsRefused(string steps) => Assert.IsNotEmpty(UnicyclerRules.Refusals($$"""{"record": {"time_s": 1}, "method": [{{steps}}]}"""));
}
