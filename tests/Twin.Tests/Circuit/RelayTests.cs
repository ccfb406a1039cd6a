namespace CoinRig.Twin.Tests;

/// <summary>Relays: times, bounce and faults, seen from the pins and the cell.</summary>
[TestClass]
public sealed class RelayTests
{
    static List<(double Milliseconds, bool IsClosed)> Watch(RawHost host, bool close)
    {
        var start = host.Clock.Nanoseconds;
        host.Set(5, close);
        var edges = new List<(double, bool)>();
        var last = !close;
        while (host.Clock.Nanoseconds < start + 5_000_000)
        {
            host.Wait(2e-6);
            if (host.Channel.IsRelayContactClosed is var now && now != last)
            {
                edges.Add(((host.Clock.Nanoseconds - start) * 1e-6, last = now));
            }
        }
        return edges;
    }

    [TestMethod]
    public void Relay_Closing_OperatesWithinTwoMillisecondsAndBouncesForHalfOne()
    {
        for (var seed = 1; seed <= 5; seed++)
        {
            var edges = Watch(new RawHost(null, seed), true);
            Assert.IsGreaterThanOrEqualTo(3, edges.Count, "it bounces");
            Assert.IsInRange(0.49, 2.01, edges[0].Milliseconds);
            Assert.IsLessThanOrEqualTo(0.51, edges[^1].Milliseconds - edges[0].Milliseconds);
            Assert.IsTrue(edges[^1].IsClosed);
        }
    }

    [TestMethod]
    public void Relay_Releasing_OpensOnceWithinTwoMilliseconds()
    {
        var host = new RawHost(null);
        Watch(host, true);
        var edges = Watch(host, false);
        Assert.HasCount(1, edges);
        Assert.IsInRange(0.49, 2.01, edges[0].Milliseconds);
    }

    [TestMethod]
    public void Relay_WithoutCoilSupply_OpensAlthoughItsLineIsHigh()
    {
        var host = new RawHost(new ResistorCell(3.7, 100));
        host.ConnectForCurrent();
        host.WriteDac(40000);
        host.Wait(10e-3);
        Assert.IsTrue(host.Channel.IsRelayContactClosed);
        host.Board.HasCoilSupply = false;
        host.Wait(3e-3);
        Assert.IsFalse(host.Channel.IsRelayContactClosed);
        Assert.AreEqual(0, host.Channel.CellAmperes);
        host.Board.HasCoilSupply = true;
        host.Wait(3e-3);
        Assert.IsTrue(host.Channel.IsRelayContactClosed, "its line is still high");
    }

    [TestMethod]
    public void Relay_LineRisesWithoutCoilSupply_StaysOpen()
    {
        var host = new RawHost(null);
        host.Board.HasCoilSupply = false;
        Assert.IsEmpty(Watch(host, true));
        Assert.IsFalse(host.Channel.IsRelayContactClosed);
    }

    [TestMethod]
    public void Relay_Welded_KeepsTheCurrentFlowing()
    {
        var host = new RawHost(new ResistorCell(3.7, 100));
        host.ConnectForCurrent();
        host.WriteDac(40000);
        host.Channel.RelayFault = RelayFault.Welded;
        host.Set(5, false);
        host.Wait(10e-3);
        Assert.IsTrue(host.Channel.IsRelayContactClosed);
        Assert.AreEqual(0.22e-3, host.Channel.CellAmperes, 1e-5);
        host.Set(6, false);
        Assert.AreEqual(0, host.Channel.CellAmperes);
    }

    [TestMethod]
    public void Relay_StuckOpen_LetsNoCurrentFlow()
    {
        var host = new RawHost(new ResistorCell(3.7, 100));
        host.Channel.RelayFault = RelayFault.StuckOpen;
        host.ConnectForCurrent();
        host.WriteDac(40000);
        host.Wait(10e-3);
        Assert.IsFalse(host.Channel.IsRelayContactClosed);
        Assert.AreEqual(0, host.Channel.CellAmperes);
    }
}
