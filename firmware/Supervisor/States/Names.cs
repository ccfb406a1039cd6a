namespace CoinRig.Firmware;

/// <summary>Names in words: on the device an enum's own text is its number.</summary>
public static class Names
{
    /// <summary>The name of a state.</summary>
    public static string Of(SupervisorState state) => state switch
    {
        SupervisorState.Unarmed => "unarmed",
        SupervisorState.Armed => "armed",
        SupervisorState.Closed => "closed",
        SupervisorState.Tripped => "tripped",
        SupervisorState.Maintenance => "maintenance",
        _ => "unknown",
    };

    /// <summary>The name of an input.</summary>
    public static string Of(SupervisorInput input) => input switch
    {
        SupervisorInput.Arm => "arm",
        SupervisorInput.Close => "close",
        SupervisorInput.Open => "open",
        SupervisorInput.Disarm => "disarm",
        SupervisorInput.NewSession => "new-session",
        SupervisorInput.Doubt => "doubt",
        SupervisorInput.Reset => "reset",
        SupervisorInput.BeginMaintenance => "begin-maintenance",
        SupervisorInput.EndMaintenance => "end-maintenance",
        _ => "unknown",
    };

    /// <summary>The name of a cause, as events and alarms carry it.</summary>
    public static string Of(TripCause cause) => cause switch
    {
        TripCause.None => "none",
        TripCause.HeartbeatSilent => "heartbeat-silent",
        TripCause.HeartbeatStuck => "heartbeat-stuck",
        TripCause.HeartbeatLate => "heartbeat-late",
        TripCause.Disagreement => "disagreement",
        TripCause.CellAbove => "cell-above",
        TripCause.CellBelow => "cell-below",
        TripCause.CellLost => "cell-lost",
        TripCause.SupplyLow => "supply-low",
        TripCause.SupplyLost => "supply-lost",
        TripCause.BoardHot => "board-hot",
        TripCause.ThermometerLost => "thermometer-lost",
        TripCause.DoorOpen => "door-open",
        TripCause.GatewayRestarted => "gateway-restarted",
        TripCause.Rebooted => "rebooted",
        TripCause.BlackBoxLost => "black-box-lost",
        TripCause.LoopLate => "loop-late",
        TripCause.CoilStuck => "coil-stuck",
        TripCause.CoilDead => "coil-dead",
        TripCause.Button => "button",
        _ => "unknown",
    };
}
