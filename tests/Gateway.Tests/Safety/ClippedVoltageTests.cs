using CoinRig.Control;

namespace CoinRig.Gateway.Tests;

[TestClass]
public sealed class ClippedVoltageTests
{
    /// <summary>Its limit is beyond what the ADC can read, so no reading is ever beyond the limit.</summary>
    const string HighLimit = """
        name: high
        chemistry: dummy
        limits: {voltage: -1 V .. 7 V, current: 1 mA}
        twin: {model: resistor, resistance: 10 kohm}
        """;

    [TestMethod]
    public void VoltageAtTheEndOfItsScale_EndsTheRun()
    {
        using var bench = new TwinBench("name: t\nsteps:\n  - {step: constant_current, current: 0.8 mA, for: 10 min}\n", HighLimit);
        Assert.AreEqual(RunState.StoppedByLimit, bench.RunToEnd(), $"the cell was held at 8 V: {bench.Run.Message}");
        bench.AssertIdle();
        CollectionAssert.Contains(bench.EventCodes.ToList(), "limit-scale");
        Assert.IsTrue(bench.Clock.Nanoseconds < 5_000_000_000);
    }
}
