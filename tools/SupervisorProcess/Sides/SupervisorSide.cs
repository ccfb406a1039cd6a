using CoinRig.Cells;
using CoinRig.Clock;
using CoinRig.Firmware;
using CoinRig.FrontEnd;
using CoinRig.Gateway;
using CoinRig.Linux;
using CoinRig.Twin;

namespace CoinRig.SupervisorProcess;

/// <summary>
/// What does not stand or fall with the gateway: the supervisor, and the board with its cell. In real time; the supervisor hears the gateway by a
/// pseudo-terminal, and the board's pins are at a socket. It says on standard output when the relay closes and opens.
/// </summary>
static class SupervisorSide
{
    const string ProfileName = "reference", CellName = "ncm523-lpo";

    /// <summary>What code 0 of the ESP32's ADC is before the divider.</summary>
    const int LowestAdcMillivolts = 142;

    /// <summary>An ESP32 and a board do not wait for the Pi's processor: before the gateway's scan, where the system allows that.</summary>
    const int Priority = 30;

    internal static int Run(string socket)
    {
        var clock = new RealClock();
        var profile = BoardProfileFile.Load(Shipped.Boards.PathOf(ProfileName));
        var board = new BoardTwin(profile, clock, 1, CellModelFactory.Create(CellFile.Load(Shipped.Cells.PathOf(CellName)), 1)) { HasCoilSupply = false };
        board.Adc.IsUpdateGarbling = true;
        using var terminal = PseudoTerminal.Create();
        var contact = new RelayContact(board, profile.Channels[0].Pins.CellRelay);
        var line = new ListeningLine(new TerminalEnd(terminal), clock);
        var firmware = new FirmwareTwin((readings, uptime) => Read(board, readings, uptime), line);
        var turn = new Lock();
        using var pins = new PinServer(board, turn, socket);
        var kernel = new LinuxKernel();
        new Thread(() =>
        {
            kernel.RunFirst(Priority);
            pins.Run();
        })
        { IsBackground = true }.Start();
        kernel.RunFirst(Priority);
        Say($"ready {terminal.Path}");
        for (var wasClosed = false; ;)
        {
            lock (turn)
            {
                var now = clock.Nanoseconds;
                if (firmware.NextDue <= now)
                {
                    firmware.Loop(now);
                }
                board.HasCoilSupply = firmware.Monostable.HasSupply(now);
                var isClosed = contact.Look();
                if (isClosed != wasClosed)
                {
                    var cause = firmware.Supervisor is { State: SupervisorState.Tripped } tripped ? Names.Of(tripped.Cause) : "none";
                    Say(isClosed ? "closed" : $"open {(clock.Nanoseconds - line.LastGood) / RigClockExtensions.Millisecond} {cause}");
                    wasClosed = isClosed;
                }
            }
            clock.Wait(RigClockExtensions.Millisecond);
        }
    }

    static void Say(string line)
    {
        Console.WriteLine(line);
        Console.Out.Flush();
    }

    static void Read(BoardTwin board, Readings readings, long uptime)
    {
        for (var i = 0; i < readings.CellMillivolts.Length; i++)
        {
            (readings.CellMillivolts[i], readings.CellIsRead[i]) = (Math.Max(LowestAdcMillivolts, (int)Math.Round(board.Channels[i].LatestCellVolts * 1000)), true);
        }
        (readings.SupplyMillivolts, readings.SupplyIsRead, readings.DoorIsClosed) = (5000, true, true);
        (readings.BoardDecidegrees, readings.BoardReadAtMilliseconds) = (250, uptime);
    }
}
