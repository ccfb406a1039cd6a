using CoinRig.Control;

namespace CoinRig.Gateway.Tests;

/// <summary>The moment at which a cell is connected at its own voltage.</summary>
[TestClass]
public sealed class ConnectForVoltageTests
{
    const string ChargeAndHold = """
        name: t
        steps:
          - Charge at C/10 for 10 min
          - {step: constant_voltage, voltage: 3.75 V, for: 10 min, largest_current: 0.9 mA}
        """;

    [TestMethod]
    [DataRow(0.0)]
    [DataRow(2.5)]
    [DataRow(4.4)]
    public void OneDisturbedReading_DoesNotDriveTheCellThere(double volts)
    {
        DisturbedChannel? channel = null;
        using var bench = new TwinBench(ChargeAndHold, wrap: inner => channel = new DisturbedChannel(inner));
        bench.RunFor(595);
        var amperes = double.NaN;
        channel!.NextOpenCircuitVolts = volts;
        channel.ConnectedForVoltage = () => amperes = bench.Channel.CellAmperes;
        bench.RunFor(30);
        Assert.AreEqual(0, amperes, 0.05e-3, $"{amperes * 1e3} mA flowed when the cell was connected");
        Assert.IsFalse(bench.Run.HasEnded, bench.Run.Message);
    }

    [TestMethod]
    public void DacThatDied_IsNoticedWithinTwoConversions()
    {
        using var bench = new TwinBench(ChargeAndHold);
        bench.RunFor(595);
        bench.Twin.Faults.IsDacDead = true;
        Assert.AreEqual(RunState.Failed, bench.RunToEnd(), bench.Run.Message);
        bench.AssertIdle();
        CollectionAssert.Contains(bench.EventCodes.ToList(), "output-fault");
        var closed = bench.Pins.Last(p => p is { Pin: "relay", IsHigh: true }).Nanoseconds;
        var opened = bench.Pins.Last(p => p is { Pin: "relay", IsHigh: false }).Nanoseconds;
        Assert.IsTrue(opened - closed < 100_000_000, $"the cell was connected for {(opened - closed) * 1e-6} ms");
    }
}
