namespace CoinRig.Protocols.Tests;

/// <summary>Limits of one side, with signs, and of charge.</summary>
[TestClass]
public sealed class OneSidedLimitTests
{
    const string Step = "\nsteps:\n  - Rest for 1 hour\n";

    [TestMethod]
    [DataRow("{voltage: .. 4.3 V}", "voltage above 4.3 V")]
    [DataRow("{voltage: 2.5 V ..}", "voltage below 2.5 V")]
    [DataRow("{current: -2 mA .. 1 mA}", "current above 1 mA|current below -2 mA")]
    [DataRow("{current: .. 1 mA}", "current above 1 mA")]
    [DataRow("{charge: 0.5 mAh}", "more charge in a step than 0.5 mAh")]
    public void Limits_SayWhatTheyWatch(string limits, string expected) =>
        Assert.AreEqual(expected, string.Join("|", Shipped.Read($"name: t\nlimits: {limits}{Step}").Limits.Protocol.Select(l => l.Text)));

    [TestMethod]
    [DataRow("{voltage: ..}", "two values of voltage")]
    [DataRow("{voltage: .. 4.2}", "LOW .. HIGH")]
    [DataRow("{voltage: .. 5 V}", "above the 4.5 V of the cell")]
    [DataRow("{voltage: 1 V ..}", "below the 2 V of the cell")]
    [DataRow("{current: ..}", "LOW .. HIGH")]
    [DataRow("{current: 2 mA .. 1 mA}", "the lower current first")]
    [DataRow("{current: 1 mA .. 2 mA}", "a range that holds 0")]
    [DataRow("{current: -20 mA ..}", "beyond the 5 mA of the cell")]
    [DataRow("{current: -x .. 1 mA}", "a current: C/5")]
    [DataRow("{charge: 0 mAh}", "a charge above zero")]
    [DataRow("{charge: 4.2 V}", "a charge above zero")]
    public void Limits_Wrong_AreRefused(string limits, string says) =>
        StringAssert.Contains(string.Join('\n', Shipped.Mistakes($"name: t\nlimits: {limits}{Step}")), says);

    [TestMethod]
    [DataRow("Charge at 1.5 mA for 1 hour", "above the protocol's limit of 1 mA")]
    [DataRow("Discharge at 2.5 mA for 1 hour", "below the protocol's limit of -2 mA")]
    public void Steps_BeyondALimitWithSign_AreRefused(string step, string says) =>
        StringAssert.Contains(Shipped.Mistakes($"name: t\nlimits: {{current: -2 mA .. 1 mA}}\nsteps:\n  - {step}\n").Single(), says);

    [TestMethod]
    public void Step_OnTheAllowedSide_IsNot() =>
        Assert.HasCount(1, Shipped.Read("name: t\nlimits: {current: -2 mA .. 1 mA}\nsteps:\n  - Discharge at 1.5 mA for 1 hour\n").Instructions);
}
