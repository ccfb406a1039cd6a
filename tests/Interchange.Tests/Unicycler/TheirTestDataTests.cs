using CoinRig.Documents;
using CoinRig.Electrochemistry.Tests.Data;
using CoinRig.Protocols;

namespace CoinRig.Interchange.Tests;

/// <summary>The test data of aurora-unicycler 5353a46: 15 steps, 24 times 20 fast cycles, all numbers as texts; with a sample of 123 mAh and without.</summary>
[TestClass]
public sealed class TheirTestDataTests
{
    const string WithSample = "test_protocol.json", WithoutSample = "test_protocol_no_sample.json";

    static readonly string[] Steps =
    [
        "- Rest for 1 hour",
        "- Charge at C/10 for 10 minutes or until 2 V",
        "- Rest for 12 hours",
        "- repeat: 3",
        "steps:",
        "- Charge at C/10 for 15 hours or until 4.9 V",
        "- Hold at 4.9 V for 6 hours or until C/20",
        "- Discharge at C/10 for 15 hours or until 3.5 V",
        "- repeat: 20",
        "steps:",
        "- repeat: 24",
        "steps:",
        "- Charge at C/2 for 3 hours or until 4.9 V",
        "- Hold at 4.9 V for 1 hour or until C/20",
        "- Discharge at C/2 for 3 hours or until 3.5 V",
        "- Charge at C/10 for 15 hours or until 4.9 V",
        "- Hold at 4.9 V for 1 hour or until C/100",
        "- Discharge at C/10 for 15 hours or until 3.5 V",
    ];

    /// <summary>0.5C of 123 mAh is 61.5 mA, and 0.1C is 12.3 mA: both beyond the safety limit of 10 mA.</summary>
    [TestMethod]
    public void WithSample_IsRefusedBecauseItsCurrentsAreBeyondItsSafetyLimit()
    {
        var mistakes = Assert.ThrowsExactly<DocumentException>(() => Read(WithSample)).Mistakes;
        Assert.IsTrue(mistakes.Any(m => m.Found == "the step asks for 61.5 mA, beyond the protocol's limit of 10 mA" && m.Line == 64), string.Join(Environment.NewLine, mistakes));
        Assert.IsTrue(mistakes.All(m => m.Found.EndsWith("the protocol's limit of 10 mA", StringComparison.Ordinal)), string.Join(Environment.NewLine, mistakes));
    }

    [TestMethod]
    [DataRow(WithSample)]
    [DataRow(WithoutSample)]
    public void KeepingRates_ReadsAllSteps(string name)
    {
        var imported = Read(name, keepRates: true);
        CollectionAssert.AreEqual(Steps, imported.StepLines());
        StringAssert.Contains(imported.Text, "\nlimits: {voltage: -0.1 V .. 5 V, current: 10 mA, delay: 10 s}\nrecord: {dt: 10 s, dV: 0.1 V, dI: 0.1 mA}\n");
    }

    [TestMethod]
    public void WithoutSample_LeavesRatesToTheCell() => CollectionAssert.AreEqual(Steps, Read(WithoutSample).StepLines());

    /// <summary>What check says once a cell of 123 mAh is named.</summary>
    [TestMethod]
    public void KeepingRates_ForACellOfThatCapacity_IsRefusedByTheLimit()
    {
        var cell = AssumedCell.Value with { NominalSpecificCapacity = 0.123 * 3600 / AssumedCell.Value.ActiveMass!.Value.Value };
        var text = Read(WithoutSample).Text;
        var mistakes = Assert.ThrowsExactly<DocumentException>(() => ProtocolFile.Read(Document.Parse(text, "imported.yaml"), cell)).Mistakes;
        Assert.IsTrue(mistakes.Any(m => m.Found.Contains("61.5 mA, beyond the protocol's limit of 10 mA", StringComparison.Ordinal)));
    }

    static ImportedProtocol Read(string name, bool keepRates = false) => InterchangeFile.Load(SharedData.PathOf("protocol-unicycler", name), keepRates);
}
