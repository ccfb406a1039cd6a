using CoinRig.Control;

namespace CoinRig.Gateway.Tests;

/// <summary>One disturbed reading within the limits neither ends a step nor stands in the record.</summary>
[TestClass]
public sealed class DisturbedReadingTests
{
    const string Charge = "name: t\nsteps:\n  - Charge at C/10 for 10 min or until 4.2 V\n";

    [TestMethod]
    public void Voltage_DoesNotEndACharge()
    {
        DisturbedChannel? channel = null;
        using var bench = new TwinBench(Charge, wrap: inner => channel = new DisturbedChannel(inner));
        bench.RunFor(60);
        channel!.NextConnectedVolts = 4.3;
        Assert.AreEqual(RunState.Done, bench.RunToEnd(), bench.Run.Message);
        Assert.IsNull(channel.NextConnectedVolts);
        Assert.IsTrue(bench.Clock.Nanoseconds > 600_000_000_000, "one reading of 4.3 V ended the charge");
        Assert.IsTrue(bench.Samples.All(s => s.Volts < 3.9), "it stands in the record");
    }

    /// <summary>It would be subtracted from every current of the run.</summary>
    [TestMethod]
    [DataRow(40e-6)]
    [DataRow(double.NaN)]
    public void ZeroThatIsNone_IsRefused_AndTheRangeNeverDrivesTheCell(double zero)
    {
        using var bench = new TwinBench(Charge, wrap: inner => new DisturbedChannel(inner) { ZeroAmperes = zero });
        Assert.AreEqual(RunState.Failed, bench.RunToEnd());
        CollectionAssert.Contains(bench.EventCodes.ToList(), "zero-fault");
        StringAssert.Contains(bench.Run.Message, "with the relay open");
        Assert.AreEqual(0, bench.Channel.CellCoulombs, 1e-9);
        bench.AssertIdle();
    }

    [TestMethod]
    public void Current_DoesNotCount()
    {
        DisturbedChannel? channel = null;
        using var bench = new TwinBench(Charge, wrap: inner => channel = new DisturbedChannel(inner));
        bench.RunFor(60);
        channel!.NextConnectedAmperes = 1e-3;
        Assert.AreEqual(RunState.Done, bench.RunToEnd(), bench.Run.Message);
        Assert.IsNull(channel.NextConnectedAmperes);
        Assert.AreEqual(bench.Channel.CellCoulombs, bench.Samples[^1].NetCoulombs, 0.0005 * bench.Channel.CellCoulombs);
    }
}
