namespace CoinRig.Firmware.Esp32;

/// <summary>Where what is wired (firmware/README.md). GPIO numbers, and channels of ADC1, which are other numbers.</summary>
public static class Pins
{
    /// <summary>Clear input of the monostable; low takes the coils' supply.</summary>
    public const int Release = 25;

    /// <summary>Trigger of the monostable.</summary>
    public const int Trigger = 26;

    /// <summary>The coils' supply behind the monostable, through a divider.</summary>
    public const int CoilSupply = 27;

    /// <summary>Door and emergency switch to ground, in series; open reads high.</summary>
    public const int Door = 32;

    /// <summary>The button, to ground.</summary>
    public const int Button = 13;

    /// <summary>The LED.</summary>
    public const int Led = 33;

    /// <summary>From the Pi's TXD (GPIO 14, pin 8).</summary>
    public const int Receive = 16;

    /// <summary>To the Pi's RXD (GPIO 15, pin 10).</summary>
    public const int Transmit = 17;

    /// <summary>The FRAM's data.</summary>
    public const int MemoryData = 21;

    /// <summary>The FRAM's clock.</summary>
    public const int MemoryClock = 22;

    /// <summary>Cell of channel 1: GPIO 36.</summary>
    public const int Cell1AdcChannel = 0;

    /// <summary>Cell of channel 2: GPIO 39.</summary>
    public const int Cell2AdcChannel = 3;

    /// <summary>The 5 V supply: GPIO 34.</summary>
    public const int SupplyAdcChannel = 6;

    /// <summary>The thermistor: GPIO 35.</summary>
    public const int ThermistorAdcChannel = 7;
}
