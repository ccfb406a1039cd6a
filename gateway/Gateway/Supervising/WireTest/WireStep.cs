using CoinRig.Supervision;

namespace CoinRig.Gateway;

/// <summary>One thing that must open the relays.</summary>
/// <param name="Wire">Which.</param>
/// <param name="Name">Its name.</param>
/// <param name="Do">What a person does, as an order.</param>
/// <param name="Undo">How it is made good, as an order.</param>
/// <param name="Expected">The causes that prove it.</param>
sealed record WireStep(Wire Wire, string Name, string Do, string Undo, params TripCause[] Expected)
{
    /// <summary>Whether the supervisor cannot be heard, or cannot hear, while it is done.</summary>
    internal bool IsVoice => Wire is Wire.Transmit or Wire.Receive;

    /// <summary>Steps with empty holders, in the order of the page.</summary>
    internal static IReadOnlyList<WireStep> All { get; } =
    [
        new(Wire.None, "heartbeat", "", "", TripCause.HeartbeatSilent),
        new(Wire.Transmit, "TXD", "Pull the wire from the Pi's TXD (GPIO 14, pin 8).", "Put the wire at TXD back.", TripCause.HeartbeatSilent, TripCause.HeartbeatLate),
        new(Wire.Receive, "RXD", "Pull the wire from the Pi's RXD (GPIO 15, pin 10).", "Put the wire at RXD back.", TripCause.HeartbeatSilent),
        new(Wire.Door, "door", "Open the door, or press the emergency switch.", "Close the door, release the switch.", TripCause.DoorOpen),
        new(Wire.Supply, "supply", "Pull the 5 V end of the divider at the ESP32's GPIO 34.", "Put it back.", TripCause.SupplyLow, TripCause.SupplyLost),
        new(Wire.Thermistor, "thermistor", "Pull one wire of the thermistor.", "Put it back.", TripCause.ThermometerLost, TripCause.BoardHot),
        new(Wire.Trigger, "monostable, trigger", "Pull the wire from the ESP32's GPIO 26 to the monostable's B.", "Put it back.", TripCause.CoilDead),
        new(Wire.Clear, "monostable, clear", "Pull the wire from the ESP32's GPIO 25 to the monostable's CLR.", "Put it back.", TripCause.CoilDead),
        new(Wire.CoilSupply, "coil, supply", "Pull the 5 V from the source of Q2.", "Put it back.", TripCause.CoilDead),
        new(Wire.CoilReadBack, "coil, read back", "Pull the 5V_COIL end of the divider at the ESP32's GPIO 27.", "Put it back.", TripCause.CoilDead),
        new(Wire.Button, "button", "Press the button shortly.", "", TripCause.Button),
        new(Wire.Enable, "reboot", "Press EN on the ESP32.", "", TripCause.Rebooted),
    ];

    /// <summary>The divider of a channel, with 1.5 V in the holder.</summary>
    internal static WireStep Divider(int channel) => new(channel == 1 ? Wire.Sense1 : Wire.Sense2, $"divider {channel}", $"Pull the wire at sense+ of channel {channel}.", "Put it back.",
        TripCause.CellBelow, TripCause.CellAbove, TripCause.CellLost, TripCause.Disagreement);
}
