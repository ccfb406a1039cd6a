namespace CoinRig.Gateway.Tests;

[TestClass]
public sealed class EndlessSweepTests
{
    [TestMethod]
    public void SweepLongerThanNanosecondsReach_DoesNotEndAtOnce()
    {
        using var bench = new TwinBench("name: t\nsteps:\n  - {step: linear_sweep, rate: 1e-12 mV/s, start: open_circuit, end: 4.2 V}\n");
        bench.RunFor(60);
        Assert.IsFalse(bench.Run.HasEnded, "the sweep ended before it began, and the run counts as done");
    }
}
