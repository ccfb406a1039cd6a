namespace CoinRig.Supervision;

/// <summary>Why the supervisor opened the relays (firmware/LINK.md).</summary>
public enum TripCause : byte
{
    /// <summary>Nothing is in doubt.</summary>
    None = 0,

    /// <summary>No heartbeat came in time.</summary>
    HeartbeatSilent = 1,

    /// <summary>Heartbeats came, and their counter stood still.</summary>
    HeartbeatStuck = 2,

    /// <summary>Heartbeats came, and were old when they came.</summary>
    HeartbeatLate = 3,

    /// <summary>Gateway and supervisor read a cell differently.</summary>
    Disagreement = 4,

    /// <summary>A cell voltage is above its limit.</summary>
    CellAbove = 5,

    /// <summary>A cell voltage is below its limit.</summary>
    CellBelow = 6,

    /// <summary>A cell voltage could not be read.</summary>
    CellLost = 7,

    /// <summary>The supply is below its limit.</summary>
    SupplyLow = 8,

    /// <summary>The supply could not be read.</summary>
    SupplyLost = 9,

    /// <summary>The board is too hot.</summary>
    BoardHot = 10,

    /// <summary>The board's temperature could not be read.</summary>
    ThermometerLost = 11,

    /// <summary>The door or the emergency switch is open.</summary>
    DoorOpen = 12,

    /// <summary>The gateway began anew while relays were closed.</summary>
    GatewayRestarted = 13,

    /// <summary>The supervisor began anew while relays were closed.</summary>
    Rebooted = 14,

    /// <summary>The black box does not answer or is damaged.</summary>
    BlackBoxLost = 15,

    /// <summary>The supervisor's loop came too late.</summary>
    LoopLate = 16,

    /// <summary>The coils have supply although the monostable is off.</summary>
    CoilStuck = 17,

    /// <summary>The coils have no supply although the monostable is toggled.</summary>
    CoilDead = 18,

    /// <summary>A person pressed the button.</summary>
    Button = 19,
}
