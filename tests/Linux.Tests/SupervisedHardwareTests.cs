using CoinRig.Clock;
using CoinRig.Control;
using CoinRig.Gateway;

namespace CoinRig.Linux.Tests;

/// <summary>A board at its device files and its supervisor at a serial port: the firmware's own code at the other end of a pseudo-terminal, all in virtual time.</summary>
[TestClass]
public sealed class SupervisedHardwareTests
{
    const string Protocol = """
        name: charge
        record: {dt: 1 s}
        steps:
          - Rest for 5 seconds
          - Charge at C/10 for 20 seconds
        """;

    DirectoryInfo _folder = null!;

    [TestInitialize]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("coinrig-supervised");

    [TestCleanup]
    public void RemoveFolder() => _folder.Delete(recursive: true);

    [TestMethod]
    public void WholeRun_IsWatched_AndGivesThePortBack()
    {
        using var board = new EmulatedBoard("kernel");
        using var terminal = PseudoTerminal.Create();
        using var rig = HardwareRig.Open(board.Profile with { SupervisorPort = terminal.Path }, Joined(board, terminal, _ => { }));
        var outcome = RunOf.Carry(rig, rig.Board.Profile, board.Cell, Protocol, _folder.FullName);
        Assert.AreEqual(RunState.Done, outcome.State, outcome.Message);
        Assert.IsTrue(RunOf.EventsOf(outcome).Any(e => e.Code == "supervised"));
        Assert.IsTrue(board.Twin.Channels[0].CellCoulombs > 1e-3, "no current flowed");
        Supervision.SerialPortLine.Open(terminal.Path).Dispose();
    }

    /// <summary>The program cannot write its lines any more: the supervisor, which it can still ask, takes the coils' supply.</summary>
    [TestMethod]
    public void LinesVanish_SupervisorOpensTheRelay()
    {
        using var board = new EmulatedBoard("kernel");
        using var terminal = PseudoTerminal.Create();
        using var rig = HardwareRig.Open(board.Profile with { SupervisorPort = terminal.Path }, Joined(board, terminal, uptime => board.Chip.IsGone = uptime > 25_000));
        var outcome = RunOf.Carry(rig, rig.Board.Profile, board.Cell, Protocol, _folder.FullName);
        Assert.AreEqual(RunState.Failed, outcome.State);
        board.Clock.Wait(RigClockExtensions.Second);
        Assert.IsFalse(board.Twin.HasCoilSupply);
        Assert.IsFalse(board.Twin.Channels[0].IsRelayContactClosed);
    }

    [TestMethod]
    public void NobodyAtThePort_OrNoPort_NothingBegins()
    {
        using var board = new EmulatedBoard("kernel");
        using var terminal = PseudoTerminal.Create();
        foreach (var (port, says) in ((string, string)[])[(terminal.Path, "does not answer"), ("/dev/there-is-none", "/dev/there-is-none")])
        {
            using var rig = HardwareRig.Open(board.Profile with { SupervisorPort = port }, board.Clock);
            var refused = Assert.ThrowsExactly<RefusedException>(() => RunOf.Carry(rig, rig.Board.Profile, board.Cell, Protocol, _folder.FullName));
            StringAssert.Contains(refused.Message, says);
            StringAssert.Contains(refused.Message, "without its supervisor");
            Assert.IsEmpty(_folder.GetFiles());
        }
        Assert.AreEqual(0, board.Twin.Channels[0].CellCoulombs);
    }

    static EventClock Joined(EmulatedBoard board, PseudoTerminal terminal, Action<long> each)
    {
        var clock = new EventClock(board.Clock);
        var firmware = new FirmwareTwin((readings, uptime) =>
        {
            each(uptime);
            (readings.CellMillivolts[0], readings.CellMillivolts[1]) = ((int)(board.Twin.Channels[0].CellVolts * 1000), 142);
            (readings.CellIsRead[0], readings.CellIsRead[1]) = (true, true);
            (readings.SupplyMillivolts, readings.SupplyIsRead, readings.DoorIsClosed) = (5000, true, true);
            (readings.BoardDecidegrees, readings.BoardReadAtMilliseconds) = (250, uptime);
        }, new TerminalEnd(terminal));
        board.Twin.HasCoilSupply = false;
        clock.NextDue = () => board.Twin.HasCoilSupply ? Math.Min(firmware.NextDue, firmware.Monostable.End) : firmware.NextDue;
        clock.Happen = now =>
        {
            if (firmware.NextDue <= now)
            {
                firmware.Loop(now);
            }
            board.Twin.HasCoilSupply = firmware.Monostable.HasSupply(now);
        };
        return clock;
    }
}
