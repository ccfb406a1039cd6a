using CoinRig.Cells;
using CoinRig.Documents;

namespace CoinRig.Protocols.Tests;

[TestClass]
public sealed class PowerLossTests
{
    static Plan Read(string text) => ProtocolFile.Read(Document.Parse(text, "p.yaml"), CellFile.Read(Document.Parse("""
        name: cell
        limits: {voltage: 2 V .. 4.5 V, current: 5 mA}
        """, "cell.yaml")));

    [TestMethod]
    public void Rule_NotGiven_IsToContinueWithin50Millivolts()
    {
        var step = Read("name: p\nsteps:\n  - Rest for 1 hour\n").Steps.Single();
        Assert.AreEqual(new PowerLossRule(PowerLossAction.Continue, 0.05), step.AfterPowerLoss);
    }

    [TestMethod]
    public void Rule_OfTheProtocol_IsThatOfStepsThatSayNothing()
    {
        var steps = Read("""
            name: p
            after_power_loss: repeat
            resume_if_voltage_within: 20 mV
            steps:
              - Rest for 1 hour
              - {step: rest, for: 1 h, after_power_loss: wait}
              - {step: rest, for: 1 h, resume_if_voltage_within: 0.1 V}
            """).Steps.Select(s => s.AfterPowerLoss).ToArray();
        CollectionAssert.AreEqual(new PowerLossRule[] { new(PowerLossAction.Repeat, 0.02), new(PowerLossAction.Wait, 0.02), new(PowerLossAction.Repeat, 0.1) }, steps);
    }

    [TestMethod]
    [DataRow("", null)]
    [DataRow("durability: 1 s\n", 1)]
    [DataRow("durability: 10 s\n", 10)]
    public void Durability_IsOneOrTenSeconds(string line, int? seconds) =>
        Assert.AreEqual(seconds, Read($"name: p\n{line}steps:\n  - Rest for 1 hour\n").DurabilitySeconds);

    [TestMethod]
    [DataRow("durability: 5 s", "10 s")]
    [DataRow("after_power_loss: go on", "wait")]
    [DataRow("resume_if_voltage_within: 0 V", "above 0 V")]
    [DataRow("resume_if_voltage_within: 3 V", "at most 1 V")]
    public void Rule_Wrong_SaysWhatIsAllowed(string line, string allowed)
    {
        var error = Assert.ThrowsExactly<DocumentException>(() => Read($"name: p\n{line}\nsteps:\n  - Rest for 1 hour\n"));
        StringAssert.Contains(error.Mistakes.Single().ToString(), allowed);
    }
}
