using CoinRig.Control;

namespace CoinRig.Gateway.Tests;

[TestClass]
public sealed class EarlyStopTests
{
    [TestMethod]
    public void StopBeforeTheFirstScan_NeverConnects()
    {
        using var bench = new TwinBench("name: t\nsteps:\n  - Charge at C/10 for 10 min\n");
        bench.Run.RequestStop("Ctrl-C");
        Assert.AreEqual(RunState.StoppedByPerson, bench.RunToEnd());
        bench.AssertIdle();
        Assert.IsFalse(bench.Pins.Any(p => p is { Pin: "relay", IsHigh: true }), "the cell was connected");
    }
}
