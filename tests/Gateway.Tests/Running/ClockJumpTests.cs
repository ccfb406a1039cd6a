using CoinRig.Control;

namespace CoinRig.Gateway.Tests;

/// <summary>The computer's clock is set while a run goes.</summary>
[TestClass]
public sealed class ClockJumpTests
{
    const string Protocol = """
        name: steps by time
        record: {dt: 0.1 s}
        steps:
          - Rest for 5 seconds
          - Charge at C/20 for 10 seconds
          - Rest for 5 seconds
        """;

    /// <summary>Set by the network in the middle of a run: an event says by how much, and not a bit of a row or a step changes.</summary>
    [TestMethod]
    [DataRow(86_400.0)]
    [DataRow(-86_400.0)]
    public void UtcJumps_IsAnEvent_AndNoTimeOfTheRunMoves(double seconds)
    {
        var (calm, _) = RowsOf(0);
        var (jumped, events) = RowsOf(seconds);
        CollectionAssert.AreEqual(calm, jumped);
        StringAssert.Contains(events.Single(e => e.Code == "clock-jumped").Message, seconds > 0 ? "+86400.0 s" : "-86400.0 s");
    }

    static (List<Sample> Rows, List<RigEvent> Events) RowsOf(double jump)
    {
        using var rig = new TwoChannels("reference");
        rig.Begin(1, Protocol);
        rig.At(9.5, () => rig.UtcAhead = TimeSpan.FromSeconds(jump));
        rig.RunUntil(400);
        Assert.AreEqual(RunState.Done, rig.Run(1).Live.State, rig.Run(1).Message);
        return (rig.Samples[0], [.. rig.Markers[0].OfType<RigEvent>()]);
    }
}
