using CoinRig.Control;

namespace CoinRig.Gateway.Tests;

/// <summary>A voltage that cannot be reached with the current that the step allows.</summary>
[TestClass]
public sealed class StalledRampTests
{
    [TestMethod]
    [DataRow("reference")]
    [DataRow("waveshare-series-shunt")]
    public void Ramp_CurrentBoundTooLow_EndsAndSaysWhatToDo(string board)
    {
        using var bench = new TwinBench("""
            name: stalled
            steps:
              - {step: constant_voltage, voltage: 0.9 V, for: 1 min, largest_current: 60 uA}
            """, "resistor-10k", board: board);
        bench.RunFor(3600);
        Assert.AreEqual(RunState.Failed, bench.Run.Live.State);
        StringAssert.Contains(bench.Run.Message, "largest_current");
        CollectionAssert.Contains(bench.EventCodes.ToArray(), "compliance");
    }
}
