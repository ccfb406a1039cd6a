namespace CoinRig.Gateway;

/// <summary>What can be pulled, pressed or opened at a supervisor (firmware/README.md, wiring).</summary>
enum Wire
{
    /// <summary>No wire: the gateway falls silent.</summary>
    None,

    /// <summary>From the Pi's TXD.</summary>
    Transmit,

    /// <summary>To the Pi's RXD.</summary>
    Receive,

    /// <summary>The door or emergency switch.</summary>
    Door,

    /// <summary>The divider of the supply, at its 5 V.</summary>
    Supply,

    /// <summary>The thermistor.</summary>
    Thermistor,

    /// <summary>sense+ of channel 1.</summary>
    Sense1,

    /// <summary>sense+ of channel 2.</summary>
    Sense2,

    /// <summary>The monostable's trigger.</summary>
    Trigger,

    /// <summary>The monostable's clear input.</summary>
    Clear,

    /// <summary>5 V to the switch of the coils.</summary>
    CoilSupply,

    /// <summary>The divider that reads the coils' supply back.</summary>
    CoilReadBack,

    /// <summary>The button.</summary>
    Button,

    /// <summary>EN of the ESP32.</summary>
    Enable,
}
