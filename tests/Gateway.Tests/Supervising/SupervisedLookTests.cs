using CoinRig.Cells;
using CoinRig.FrontEnd;

namespace CoinRig.Gateway.Tests;

/// <summary>selftest and doctor close relays under a supervisor's eyes.</summary>
[TestClass]
public sealed class SupervisedLookTests
{
    const string Protocol = "name: none\nsteps:\n  - Rest for 1 second\n";

    [TestMethod]
    [DataRow("resistor-10k", "reference")]
    [DataRow("dummy-randles", "waveshare-series-shunt")]
    public void SelfTest_OfAHealthyRig_FindsNothing_AndIsWatched(string dummy, string board)
    {
        using var folder = new TempFolder();
        var text = File.ReadAllText(Shipped.Boards.PathOf(board));
        using var bench = new SupervisedBench(Protocol, folder.Path, text, cell: dummy);
        var channel = bench.Plan.Cell;
        bench.Twin.Channels[1].Insert(Twin.CellModelFactory.Create(channel, 2));
        var closed = 0;
        bench.Twin.PinChanged = change => closed += change is { IsHigh: true } && change.Pin == bench.Profile.Channels[0].Pins.CellRelay && bench.Twin.HasCoilSupply ? 1 : 0;
        var diagnosis = SelfTest.Run(bench.Open, channel);
        Assert.AreEqual("", string.Join(' ', diagnosis.Findings.Select(f => f.Message)));
        Assert.IsTrue(closed > 1);
        Assert.IsFalse(bench.Twin.HasCoilSupply);
    }

    [TestMethod]
    public void Doctor_OfASeriesShunt_StaysBelowWhatTheSupervisorAllows()
    {
        using var folder = new TempFolder();
        using var bench = new SupervisedBench(Protocol, folder.Path, File.ReadAllText(Shipped.Boards.PathOf("waveshare-series-shunt")));
        bench.Twin.Channels[0].Insert(null);
        var diagnosis = BoardDoctor.Run(bench.Open);
        Assert.AreEqual("", string.Join(' ', diagnosis.Findings.Select(f => f.Message)));
        StringAssert.Contains(string.Join('\n', diagnosis.Measured), "V over an empty holder: gain");
    }

    [TestMethod]
    public void SupervisorThatHasTripped_IsTheFinding()
    {
        using var folder = new TempFolder();
        using var bench = new SupervisedBench(Protocol, folder.Path, cell: "resistor-10k");
        bench.Supervisor.DoorIsClosed = false;
        var finding = SelfTest.Run(bench.Open, bench.Plan.Cell).Findings[0];
        Assert.AreEqual("supervisor-silent", finding.Code);
        StringAssert.Contains(finding.Message, "door-open");
        Assert.AreEqual(0, bench.Twin.Channels[0].CellCoulombs);
    }
}
