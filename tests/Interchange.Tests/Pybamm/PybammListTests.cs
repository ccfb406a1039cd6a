namespace CoinRig.Interchange.Tests;

/// <summary>The forms of a step list: JSON, Python, one step a line; tuples are cycles.</summary>
[TestClass]
public sealed class PybammListTests
{
    const string Charge = "Charge at C/5 until 4.2 V", Discharge = "Discharge at C/5 until 2.8 V";

    static readonly string[] TenCycles = ["- Rest for 1 hour", "- repeat: 10", "cycle: true", "steps:", $"- {Charge}", $"- {Discharge}"];

    [TestMethod]
    [DataRow("[\"Rest for 1 hour\"] + [(\"" + Charge + "\", \"" + Discharge + "\")] * 10")]
    [DataRow("[\n  'Rest for 1 hour',  # first\n  ('" + Charge + "',\n   '" + Discharge + "',) * 10,\n]\n")]
    [DataRow("Rest for 1 hour\n# ten of these\n('" + Charge + "', '" + Discharge + "') * 10\n")]
    [DataRow("\"Rest for 1 hour\",\n(\"" + Charge + "\", \"" + Discharge + "\") * 9\n(\"" + Charge + "\", \"" + Discharge + "\")")]
    [DataRow("[\"Rest for 1 hour\", [\"" + Charge + "\", \"" + Discharge + "\"]]", 1)]
    [DataRow("[\"Rest for \\u0031 hour\", (\"" + Charge + "\", \"" + Discharge + "\")]", 1)]
    public void Tuples_OfTheSameSteps_AreOneLoopOfCycles(string text, int count = 10) =>
        CollectionAssert.AreEqual(TenCycles.Select(l => l.Replace("10", $"{count}", StringComparison.Ordinal)).ToArray(), Imported.Pybamm(text).StepLines());

    [TestMethod]
    public void BareSteps_AreNoCycles() =>
        CollectionAssert.AreEqual(new[] { $"- {Charge}", $"- {Discharge}", "- Rest for 1 hour" }, Imported.Pybamm($"{Charge}\r\n{Discharge},\r\n('Rest for 1 hour')").StepLines());

    [TestMethod]
    public void DifferentCycles_StayApart() =>
        Assert.HasCount(2, Imported.Pybamm($"[('{Charge}',), ('{Charge}', '{Discharge}')]").StepLines().Where(l => l.StartsWith("- repeat", StringComparison.Ordinal)));

    [TestMethod]
    [DataRow("[(\"Rest for 1 hour\", (\"Rest for 1 hour\",))]", "1:22", "no tuple inside a tuple")]
    [DataRow("[\"Rest for 1 hour\"", "1:19", "the end of the file")]
    [DataRow("[\"Rest for 1 hour]", "1:2", "without its second \"")]
    [DataRow("[3]", "1:2", "a number")]
    [DataRow("[{\"step\": 1}]", "1:2", "a mapping")]
    [DataRow("[()]", "1:2", "a cycle without steps")]
    [DataRow("[\"Rest for 1 hour\"] * 0", "1:23", "'* 0'")]
    [DataRow("[\"Rest for 1 hour\"] * n", "1:23", "'n' behind '*'")]
    [DataRow("[\"Rest for 1 hour\"] * 1000000", "1:20", "more than 100000 entries")]
    [DataRow("[\"Rest for 1 hour\"], 25", "1:20", "',' behind the list")]
    [DataRow("", "1:1", "no step")]
    [DataRow("[]", "1:1", "no step")]
    [DataRow("experiment = [1]", "1:1", "'experiment' is not a verb")]
    public void NoStepList_IsRefusedWhereItIsNone(string text, string place, string found)
    {
        var mistake = Imported.Mistake(() => Imported.Pybamm(text));
        StringAssert.StartsWith(mistake, $"lab/test.txt:{place}: ");
        StringAssert.Contains(mistake, found);
    }
}
