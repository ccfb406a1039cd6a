using CoinRig.FrontEnd;

namespace CoinRig.Gateway.Tests;

/// <summary>The test of the wires finds each wire that does nothing.</summary>
[TestClass]
public sealed class WireTestTests
{
    [TestMethod]
    [DataRow("reference")]
    [DataRow("waveshare-series-shunt")]
    public void Twin_Healthy_EveryStepIsGood(string board)
    {
        var called = Called.With(new RigCommands(), "supervisor", "test", "--board", board, "--json");
        Assert.AreEqual(ExitCode.Done, called.ExitCode, called.All);
        Assert.IsTrue(called.Document.GetProperty("ok").GetBoolean(), called.All);
        Assert.AreEqual(WireStep.All.Count + 4, called.Document.GetProperty("steps").GetArrayLength());
    }

    /// <summary>A wire that is pulled and changes nothing, as if it had been forgotten or bridged.</summary>
    [TestMethod]
    [DataRow("door")]
    [DataRow("supply")]
    [DataRow("thermistor")]
    [DataRow("TXD")]
    [DataRow("RXD")]
    [DataRow("monostable, trigger")]
    [DataRow("monostable, clear")]
    [DataRow("coil, read back")]
    [DataRow("button")]
    [DataRow("reboot")]
    [DataRow("divider 1")]
    [DataRow("divider 2")]
    public void Wire_WithoutEffect_IsFound(string step)
    {
        var wrong = Run(hands => new IdleHands(hands, step)).Where(o => o.Ok != true).ToArray();
        Assert.HasCount(1, wrong);
        Assert.AreEqual(step, wrong[0].Step);
        Assert.Contains("stayed closed", wrong[0].Seen);
    }

    [TestMethod]
    public void Relay_ThatIgnoresTheSupply_IsFound()
    {
        var wrong = Run(hands => new IdleHands(hands, "") { RelayIsAlwaysClosed = true }).Where(o => o.Ok != true).Select(o => o.Step).ToArray();
        CollectionAssert.Contains(wrong, "relay 1");
        CollectionAssert.Contains(wrong, "heartbeat");
    }

    [TestMethod]
    public void Start_CellInTheHolder_IsRefused()
    {
        using var visit = Visit();
        visit.Twin!.Wires.HolderMillivolts[1] = 3700;
        visit.Clock.WaitUntil(visit.Clock.Nanoseconds + 100_000_000);
        using var hands = new TwinHands(visit);
        Assert.Contains("Take every cell out", Assert.ThrowsExactly<RefusedException>(() => new WireTest(visit, hands, _ => { }, default).Run()).Message);
    }

    [TestMethod]
    public void Start_DoorIsOpen_IsRefused()
    {
        using var visit = Visit();
        visit.Twin!.Wires.Set(Wire.Door, isThere: false);
        visit.Clock.WaitUntil(visit.Clock.Nanoseconds + 100_000_000);
        using var hands = new TwinHands(visit);
        Assert.Contains("door-open", Assert.ThrowsExactly<RefusedException>(() => new WireTest(visit, hands, _ => { }, default).Run()).Message);
    }

    [TestMethod]
    public void Stopped_InTheMiddle_LeavesNothingHeld()
    {
        using var visit = Visit();
        using var hands = new TwinHands(visit);
        using var stop = new CancellationTokenSource();
        var steps = 0;
        Assert.ThrowsExactly<OperationCanceledException>(() => new WireTest(visit, hands, line =>
        {
            if (line.StartsWith("door", StringComparison.Ordinal) && ++steps == 1)
            {
                stop.Cancel();
            }
        }, stop.Token).Run());
        Assert.AreEqual(1, steps);
        visit.Clock.WaitUntil(visit.Clock.Nanoseconds + 100_000_000);
        Assert.IsFalse(visit.Board!.HasCoilSupply);
        Assert.IsFalse(visit.Board.Channels[0].IsRelayContactClosed);
    }

    static IReadOnlyList<WireOutcome> Run(Func<IHands, IHands> with)
    {
        using var visit = Visit();
        using var hands = new TwinHands(visit);
        return new WireTest(visit, with(hands), _ => { }, default) { PatienceNanoseconds = 10_000_000_000 }.Run();
    }

    static SupervisorVisit Visit() => SupervisorVisit.AtTwin(BoardProfileFile.Load(Shipped.Boards.PathOf("reference")), 1);

    /// <summary>Hands that do nothing at one step.</summary>
    sealed class IdleHands(IHands inner, string step) : IHands
    {
        public bool RelayIsAlwaysClosed { get; init; }

        public bool HasRelays => inner.HasRelays;

        public void Do(WireStep todo)
        {
            if (todo.Name != step)
            {
                inner.Do(todo);
            }
        }

        public void Undo(WireStep done) => inner.Undo(done);

        public void Fill(int channel, bool isFilled) => inner.Fill(channel, isFilled);

        public void Drive(int channel, bool isOn) => inner.Drive(channel, isOn);

        public bool IsRelay(int channel, bool isClosed) => RelayIsAlwaysClosed ? isClosed : inner.IsRelay(channel, isClosed);
    }
}
