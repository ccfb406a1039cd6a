using CoinRig.Control;
using CoinRig.Twin;

namespace CoinRig.Gateway.Tests;

/// <summary>A cell that loses contact while its voltage is held or swept: no current flows, which is also how a hold ends.</summary>
[TestClass]
public sealed class LostContactTests
{
    const string Protocol = "name: t\nsteps:\n  - Charge at C/5 until 3.75 V\n  - Hold at 3.75 V until C/50\n";

    [TestMethod]
    public void DuringAHold_IsNotTheEndOfTheHold()
    {
        using var bench = new TwinBench(Protocol);
        while (bench.Run.Live.StepCount < 2)
        {
            bench.RunFor(10);
        }
        bench.RunFor(30);
        bench.Channel.CellFault = CellFault.Open;
        Assert.AreEqual(RunState.Failed, bench.RunToEnd(), "the hold counts as done");
        bench.AssertIdle();
        CollectionAssert.Contains(bench.EventCodes.ToList(), "compliance");
        Assert.AreEqual(EndReason.Stopped, bench.Markers.OfType<SegmentEnded>().Last().Reason);
    }

    [TestMethod]
    public void DuringASweep_IsNoSweepOfNothing()
    {
        using var bench = new TwinBench("name: t\nsteps:\n  - {step: linear_sweep, rate: 0.5 mV/s, start: open_circuit, end: 3.9 V, range: 1 mA}\n");
        bench.RunFor(60);
        bench.Channel.CellFault = CellFault.Open;
        Assert.AreEqual(RunState.Failed, bench.RunToEnd(), "the sweep counts as done");
        bench.AssertIdle();
        CollectionAssert.Contains(bench.EventCodes.ToList(), "compliance");
    }

    [TestMethod]
    public void HoldOfASoundCell_EndsByItsCurrent()
    {
        using var bench = new TwinBench(Protocol);
        Assert.AreEqual(RunState.Done, bench.RunToEnd(), bench.Run.Message);
    }
}
