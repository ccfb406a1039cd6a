using CoinRig.Control;
using CoinRig.Twin;

namespace CoinRig.Gateway.Tests;

/// <summary>A relay that welds is told of, whenever it does, and no run that leaves the cell connected counts as done.</summary>
[TestClass]
public sealed class WeldedRelayTests
{
    [TestMethod]
    [DataRow("  - Charge at C/10 for 10 min\n")]
    [DataRow("  - Charge at C/10 for 10 min\n  - Rest for 10 min\n")]
    [DataRow("  - Charge at C/1000 for 10 min\n  - Rest for 10 min\n")]
    public void WeldsWhileCharging_RunIsNotDone(string steps)
    {
        using var bench = new TwinBench("name: t\nsteps:\n" + steps);
        bench.RunFor(60);
        bench.Channel.RelayFault = RelayFault.Welded;
        Assert.AreEqual(RunState.Failed, bench.RunToEnd(), "the cell is still connected");
        StringAssert.Contains(bench.Run.Message, "welded");
        CollectionAssert.Contains(bench.EventCodes.ToList(), "relay-welded");
        bench.AssertIdle();
    }

    [TestMethod]
    public void StoppedByPerson_IsNotToldThatTheCellIsDisconnected()
    {
        using var bench = new TwinBench("name: t\nsteps:\n  - Charge at C/10 for 10 min\n  - Rest for 10 min\n");
        bench.RunFor(60);
        bench.Channel.RelayFault = RelayFault.Welded;
        bench.RunFor(700);
        bench.Run.RequestStop("Ctrl-C");
        Assert.AreEqual(RunState.Failed, bench.RunToEnd());
        StringAssert.Contains(bench.Run.Message, "Take it out now. Ctrl-C");
    }

    [TestMethod]
    public void WeldsWithAFullScaleCurrent_AtTheFirstConnection()
    {
        using var bench = new TwinBench("name: t\nsteps:\n  - Charge at C/10 for 10 min\n", plant: twin => twin.Faults.IsDacDead = true);
        var record = bench.Twin.PinChanged!;
        bench.Twin.PinChanged = change =>
        {
            record(change);
            if (bench.Pins[^1] is { Pin: "relay", IsHigh: true })
            {
                bench.Channel.RelayFault = RelayFault.Welded;
            }
        };
        Assert.AreEqual(RunState.Failed, bench.RunToEnd());
        bench.AssertIdle();
        CollectionAssert.Contains(bench.EventCodes.ToList(), "output-fault");
        CollectionAssert.Contains(bench.EventCodes.ToList(), "relay-welded");
    }

    [TestMethod]
    public void NothingWelded_TheLastProbeLeavesTheRigIdle()
    {
        using var bench = new TwinBench("name: t\nsteps:\n  - Charge at C/10 for 10 min\n  - Rest for 10 min\n");
        Assert.AreEqual(RunState.Done, bench.RunToEnd(), bench.Run.Message);
        bench.AssertIdle();
        Assert.IsFalse(bench.EventCodes.Contains("relay-welded"));
    }

    [TestMethod]
    public void AdcThatDiesInTheRest_LeavesTheOutputOff()
    {
        using var bench = new TwinBench("name: t\nsteps:\n  - Charge at C/10 for 10 min\n  - Rest for 10 min\n");
        bench.RunFor(700);
        bench.Run.RequestStop("Ctrl-C");
        bench.Twin.Faults.AdcSilent = AdcSilence.Zeros;
        bench.RunToEnd();
        bench.AssertIdle();
        CollectionAssert.Contains(bench.EventCodes.ToList(), "idle-fault");
    }
}
