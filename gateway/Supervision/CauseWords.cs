using System.Text.Json;

namespace CoinRig.Supervision;

/// <summary>Causes of trips for people: a code, what it means, what to do.</summary>
public static class CauseWords
{
    /// <summary>The name in events, alarms and on screens, such as "heartbeat-silent".</summary>
    public static string Code(this TripCause cause) => JsonNamingPolicy.KebabCaseLower.ConvertName(cause.ToString());

    /// <summary>What it means, as the end of a sentence.</summary>
    public static string Meaning(this TripCause cause) => cause switch
    {
        TripCause.None => "nothing is in doubt",
        TripCause.HeartbeatSilent => "no heartbeat of the gateway came in time",
        TripCause.HeartbeatStuck => "heartbeats came, and their counter stood still",
        TripCause.HeartbeatLate => "heartbeats were old when they came",
        TripCause.Disagreement => "gateway and supervisor read a cell differently",
        TripCause.CellAbove => "a cell was above its limit",
        TripCause.CellBelow => "a cell was below its limit",
        TripCause.CellLost => "a cell could not be read",
        TripCause.SupplyLow => "the supply was below its limit",
        TripCause.SupplyLost => "the supply could not be read",
        TripCause.BoardHot => "the board was too hot",
        TripCause.ThermometerLost => "the board's temperature could not be read",
        TripCause.DoorOpen => "the door or the emergency switch was open",
        TripCause.GatewayRestarted => "the gateway began anew while relays were closed",
        TripCause.Rebooted => "the supervisor began anew while relays were closed",
        TripCause.BlackBoxLost => "the black box does not answer or is damaged",
        TripCause.LoopLate => "the supervisor's own loop came too late",
        TripCause.CoilStuck => "the coils had supply although the monostable was off",
        TripCause.CoilDead => "the coils had no supply although the monostable was toggled",
        TripCause.Button => "a person pressed the button",
        _ => $"the firmware has a cause {(int)cause} that this program does not know",
    };

    /// <summary>What to do, as a sentence; empty where nothing is to be done.</summary>
    public static string Cure(this TripCause cause) => cause switch
    {
        TripCause.HeartbeatSilent or TripCause.GatewayRestarted => "Look whether the gateway hung or was killed ('coinrig status', the service's log), and at the wires TXD and RXD.",
        TripCause.HeartbeatStuck or TripCause.HeartbeatLate => "The gateway hangs or has too little processor: look what else runs on the Pi, and give the scan real-time rights.",
        TripCause.Disagreement => "Measure the cell with a meter: the sense wire or divider of one of the two is off, or a calibration is wrong.",
        TripCause.CellAbove or TripCause.CellBelow => "Measure the cell. When it is good again, or taken out, the trip can be reset.",
        TripCause.CellLost => "Look at sense+, its follower and divider: the supervisor's ADC has clipped.",
        TripCause.SupplyLow or TripCause.SupplyLost => "Measure the 5 V under load; look at the supply, its cable, and the divider at GPIO 34.",
        TripCause.BoardHot => "Let the board cool down, and find what heats it.",
        TripCause.ThermometerLost => "Look at the thermistor and its wires at GPIO 35.",
        TripCause.DoorOpen => "Close the door and release the emergency switch; a broken wire reads as open.",
        TripCause.Rebooted => "Look at the supervisor's supply: it started anew by itself.",
        TripCause.BlackBoxLost => "Look at the FRAM and its wires at GPIO 21 and 22.",
        TripCause.LoopLate => "Flash the firmware anew; if it stays, replace the ESP32.",
        TripCause.CoilStuck => "Take the cells out: the switch of the coils' supply (Q2) has failed. Replace it before anything else.",
        TripCause.CoilDead => "Look at the monostable, its switch, and the wires at GPIO 25, 26 and 27.",
        TripCause.None or TripCause.Button => "",
        _ => "Flash the firmware that belongs to this program ('coinrig flash').",
    };
}
