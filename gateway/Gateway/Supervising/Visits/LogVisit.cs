using CoinRig.Supervision;

namespace CoinRig.Gateway;

/// <summary><c>coinrig supervisor log</c>: the black box, last trip first.</summary>
static class LogVisit
{
    /// <summary>How many trips a black box keeps (firmware/README.md).</summary>
    const int Kept = 8;

    internal static int Show(SupervisorVisit visit, Screen screen)
    {
        var trips = Enumerable.Range(0, Kept).Select(age => visit.Client.ReadTrip((byte)age)).OfType<TripRecord>().ToList();
        if (trips.Count == 0)
        {
            screen.Say($"The black box of the supervisor at {visit.Name} is empty: it has never tripped.");
        }
        else
        {
            screen.Show(Table(trips));
        }
        if (screen.IsJson)
        {
            screen.Document(new { Supervisor = visit.Name, Trips = trips.Select(Document) });
        }
        return ExitCode.Done;
    }

    static ScreenTable Table(IReadOnlyList<TripRecord> trips)
    {
        var table = new ScreenTable(">start", ">uptime", "cause", ">channel", "crossed", ">cell 1", ">cell 2", ">supply", ">board", ">heartbeat", "door")
        {
            Title = "Trips, the last one first",
            Keys = 3,
            Note = "start: the how-manieth start of the supervisor it was; uptime: since that start.",
        };
        foreach (var trip in trips)
        {
            table.Add($"{trip.Start}", SupervisorText.Uptime(trip.UptimeSeconds), trip.Cause.Code(), trip.Channel > 0 ? $"{trip.Channel}" : "", SupervisorText.Crossing(trip),
                SupervisorText.Volts(trip.Cell1, trip.Flags, ReadingFlags.Cell1IsRead), SupervisorText.Volts(trip.Cell2, trip.Flags, ReadingFlags.Cell2IsRead),
                SupervisorText.Volts(trip.Supply, trip.Flags, ReadingFlags.SupplyIsRead), $"{trip.Board / 10.0:0.0} degC", SupervisorText.Age(trip.HeartbeatAge),
                trip.Flags.HasFlag(ReadingFlags.DoorIsClosed) ? "closed" : "open");
        }
        return table;
    }

    static object Document(TripRecord trip) => new
    {
        trip.Start,
        trip.UptimeSeconds,
        Cause = trip.Cause.Code(),
        trip.Channel,
        Crossed = SupervisorText.Crossing(trip),
        Cells = new[] { Read(trip.Cell1, trip.Flags, ReadingFlags.Cell1IsRead), Read(trip.Cell2, trip.Flags, ReadingFlags.Cell2IsRead) },
        SupplyVolts = Read(trip.Supply, trip.Flags, ReadingFlags.SupplyIsRead),
        BoardCelsius = trip.Board / 10.0,
        HeartbeatAgeSeconds = trip.HeartbeatAge == ushort.MaxValue ? double.NaN : trip.HeartbeatAge / 1e3,
        DoorClosed = trip.Flags.HasFlag(ReadingFlags.DoorIsClosed),
    };

    static double Read(int millivolts, ReadingFlags flags, ReadingFlags isRead) => flags.HasFlag(isRead) ? millivolts / 1e3 : double.NaN;
}
