using CoinRig.Supervision;

namespace CoinRig.Gateway;

/// <summary>A trip of the supervisor with what it read itself, in a paragraph: for events, alarms and refusals.</summary>
static class TripText
{
    /// <summary>The last trip, from the black box; what the link alone tells where that has none.</summary>
    /// <exception cref="SupervisorException">It does not answer.</exception>
    internal static string Of(SupervisorClient client) => client.ReadTrip(0) is { } trip ? Of(trip) : $"The supervisor opened the relays: {SupervisorText.Cause(client.Cause, 0)}. {client.Cause.Cure()}";

    /// <summary>A trip.</summary>
    internal static string Of(in TripRecord trip)
    {
        var crossing = SupervisorText.Crossing(trip);
        return $"The supervisor opened the relays: {SupervisorText.Cause(trip.Cause, trip.Channel)}{(crossing.Length > 0 ? $", {crossing}" : "")}. It read {Readings(trip.Cell1, trip.Cell2, trip.Supply, trip.Board, trip.Flags)}; last good heartbeat {SupervisorText.Age(trip.HeartbeatAge)}. {trip.Cause.Cure()}".TrimEnd();
    }

    /// <summary>What it reads now.</summary>
    internal static string Readings(in SupervisorStatus status) => Readings(status.Cell1, status.Cell2, status.Supply, status.Board, status.Flags);

    static string Readings(int cell1, int cell2, int supply, int board, ReadingFlags flags) =>
        $"cell 1 {SupervisorText.Volts(cell1, flags, ReadingFlags.Cell1IsRead)}, cell 2 {SupervisorText.Volts(cell2, flags, ReadingFlags.Cell2IsRead)}, supply {SupervisorText.Volts(supply, flags, ReadingFlags.SupplyIsRead)}, board {board / 10.0:0.0} degC, door {(flags.HasFlag(ReadingFlags.DoorIsClosed) ? "closed" : "open")}";
}
