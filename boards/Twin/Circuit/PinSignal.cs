namespace CoinRig.Twin;

/// <summary>What a channel has on an input of the ADC.</summary>
enum PinSignal : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The level about which the amplifiers swing.</summary>
    Middle,

    /// <summary>The amplifier or follower of the cell's voltage.</summary>
    Voltage,

    /// <summary>The amplifier or follower that the current is read with.</summary>
    Current,
}
