using CoinRig.Supervision;

namespace CoinRig.Gateway;

/// <summary>What a supervisor says, in the words of the bench.</summary>
static class SupervisorText
{
    /// <summary>A state and what it means.</summary>
    internal static string State(SupervisorState state) => state switch
    {
        SupervisorState.Unarmed => "unarmed: no relay can close, and nothing is watched for",
        SupervisorState.Armed => "armed: everything is good, and no relay can close yet",
        SupervisorState.Closed => "closed: the coils have supply, and the gateway's lines close the relays",
        SupervisorState.Tripped => "tripped: the relays are open until a person resets it",
        SupervisorState.Maintenance => "maintenance: a person works at the rig, and no relay can close ('end' it with the button, held 3 s)",
        _ => $"in a state {(int)state} that this program does not know",
    };

    /// <summary>A cause and what it means.</summary>
    internal static string Cause(TripCause cause, int channel) => $"{cause.Code()}{(channel > 0 ? $" on channel {channel}" : "")} ({cause.Meaning()})";

    /// <summary>A voltage, or that it was not read.</summary>
    internal static string Volts(int millivolts, ReadingFlags flags, ReadingFlags isRead) => flags.HasFlag(isRead) ? $"{millivolts / 1e3:0.000} V" : "not read";

    /// <summary>Limits of a voltage.</summary>
    internal static string Span(short lowest, short highest) => $"{lowest / 1e3:0.000} to {highest / 1e3:0.000} V";

    /// <summary>The age of a heartbeat.</summary>
    internal static string Age(int milliseconds) => milliseconds == ushort.MaxValue ? "none" : $"{milliseconds} ms ago";

    /// <summary>Days and time.</summary>
    internal static string Uptime(uint seconds) => $"{seconds / 86_400} d {TimeSpan.FromSeconds(seconds % 86_400):hh\\:mm\\:ss}";

    /// <summary>What crossed which limit; empty where nothing did.</summary>
    internal static string Crossing(in TripRecord trip) => trip.Cause switch
    {
        TripCause.CellAbove or TripCause.CellBelow or TripCause.SupplyLow => $"{trip.Value / 1e3:0.000} V, limit {trip.Limit / 1e3:0.000} V",
        TripCause.BoardHot => $"{trip.Value / 10.0:0.0} degC, limit {trip.Limit / 10.0:0.0} degC",
        TripCause.HeartbeatSilent or TripCause.HeartbeatStuck or TripCause.HeartbeatLate or TripCause.LoopLate => $"{trip.Value} ms, limit {trip.Limit} ms",
        TripCause.Disagreement => $"more than {trip.Limit} mV apart",
        _ => "",
    };
}
