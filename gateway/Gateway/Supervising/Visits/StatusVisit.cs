using CoinRig.Supervision;

namespace CoinRig.Gateway;

/// <summary><c>coinrig supervisor status</c>.</summary>
static class StatusVisit
{
    internal static int Show(SupervisorVisit visit, Screen screen)
    {
        var status = visit.Client.ReadStatus();
        var limits = visit.Client.ReadLimits();
        var welcome = visit.Greet(status.State);
        var version = welcome is { } known ? $"firmware {known.Firmware}, link {known.Version}, start {known.Starts}, " : "";
        screen.Say($"Supervisor at {visit.Name}: {version}up {SupervisorText.Uptime(status.UptimeSeconds)}");
        screen.Say($"  {SupervisorText.State(status.State)}");
        if (status.State == SupervisorState.Tripped)
        {
            screen.Say($"  It tripped by {SupervisorText.Cause(status.Cause, status.Channel)}. {status.Cause.Cure()}");
            screen.Say(status.Doubt == TripCause.None ? "  The cause is gone: 'coinrig supervisor reset' resets it." : $"  In doubt now: {SupervisorText.Cause(status.Doubt, 0)}.");
        }
        else if (status.Doubt != TripCause.None)
        {
            screen.Say($"  In doubt now: {SupervisorText.Cause(status.Doubt, 0)}. {status.Doubt.Cure()}");
        }
        screen.Show(Table(status, limits));
        if (screen.IsJson)
        {
            screen.Document(Document(visit, status, limits, welcome));
        }
        return ExitCode.Done;
    }

    static ScreenTable Table(in SupervisorStatus status, in SupervisorLimits limits)
    {
        var table = new ScreenTable("reading", ">now", "allowed");
        table.Add("cell 1", SupervisorText.Volts(status.Cell1, status.Flags, ReadingFlags.Cell1IsRead), SupervisorText.Span(limits.LowestCell1, limits.HighestCell1));
        table.Add("cell 2", SupervisorText.Volts(status.Cell2, status.Flags, ReadingFlags.Cell2IsRead), SupervisorText.Span(limits.LowestCell2, limits.HighestCell2));
        table.Add("supply", SupervisorText.Volts(status.Supply, status.Flags, ReadingFlags.SupplyIsRead), $"from {limits.LowestSupply / 1e3:0.000} V");
        table.Add("board", $"{status.Board / 10.0:0.0} degC", $"to {limits.HighestBoard / 10.0:0.0} degC");
        table.Add("door", status.Flags.HasFlag(ReadingFlags.DoorIsClosed) ? "closed" : "open", "closed");
        table.Add("supply of the coils", status.Flags.HasFlag(ReadingFlags.CoilsHaveSupply) ? "on" : "off", status.State == SupervisorState.Closed ? "on" : "off");
        table.Add("last good heartbeat", SupervisorText.Age(status.HeartbeatAge), "at most 400 ms while armed");
        table.Add("trips so far", status.Trips == byte.MaxValue ? "255 or more" : $"{status.Trips}", "");
        return table;
    }

    static object Document(SupervisorVisit visit, SupervisorStatus status, SupervisorLimits limits, SupervisorWelcome? welcome) => new
    {
        Supervisor = visit.Name,
        Firmware = welcome?.Firmware,
        LinkVersion = welcome?.Version,
        Starts = welcome?.Starts,
        status.UptimeSeconds,
        status.State,
        Cause = status.Cause.Code(),
        status.Channel,
        Doubt = status.Doubt.Code(),
        Cells = new[]
        {
            Cell(status.Cell1, status.Flags.HasFlag(ReadingFlags.Cell1IsRead), limits.LowestCell1, limits.HighestCell1),
            Cell(status.Cell2, status.Flags.HasFlag(ReadingFlags.Cell2IsRead), limits.LowestCell2, limits.HighestCell2),
        },
        SupplyVolts = status.Flags.HasFlag(ReadingFlags.SupplyIsRead) ? status.Supply / 1e3 : double.NaN,
        LowestSupplyVolts = limits.LowestSupply / 1e3,
        BoardCelsius = status.Board / 10.0,
        HighestBoardCelsius = limits.HighestBoard / 10.0,
        DoorClosed = status.Flags.HasFlag(ReadingFlags.DoorIsClosed),
        CoilsHaveSupply = status.Flags.HasFlag(ReadingFlags.CoilsHaveSupply),
        HeartbeatAgeSeconds = status.HeartbeatAge == ushort.MaxValue ? double.NaN : status.HeartbeatAge / 1e3,
        status.Trips,
    };

    static object Cell(int millivolts, bool isRead, short lowest, short highest) => new { Volts = isRead ? millivolts / 1e3 : double.NaN, LowestVolts = lowest / 1e3, HighestVolts = highest / 1e3 };
}
