using CoinRig.Spi;
using Iot.Device.Ads1256;

namespace CoinRig.FrontEnd;

/// <summary>How frames get to the chips (boards/Spi/README.md).</summary>
public enum Transport
{
    /// <summary>"gpio-cs": the chips are selected by GPIO lines that the program drives.</summary>
    GpioChipSelect,

    /// <summary>"kernel": the kernel selects the chips and keeps the pauses inside a frame.</summary>
    Kernel,

    /// <summary>"slow": the kernel selects the chips, and the clock is so slow that no pause is needed.</summary>
    Slow,
}

/// <summary>The kernel's select lines: C of /dev/spidevB.C.</summary>
/// <param name="Adc">That of the ADC; with <see cref="Transport.GpioChipSelect"/> one that no chip hangs on.</param>
/// <param name="Dac">That of the DAC; with <see cref="Transport.GpioChipSelect"/> the same.</param>
public sealed record ChipSelects(int Adc, int Dac);

/// <summary>What a transport can do.</summary>
public static class Transports
{
    /// <summary>SPI clock, Hz.</summary>
    public static int ClockFrequency(this Transport transport) => transport == Transport.Slow ? SlowTransport.SpiClockFrequency : Ads1256.SpiClockFrequency;

    /// <summary>Time that bus and host may add to a conversion, s. At 75 kHz a change of gain is 15 bytes and a reading 4.</summary>
    internal static double SecondsPerConversion(this Transport transport) => transport == Transport.Slow ? 3e-3 : 1e-3;

    /// <summary>The fastest rate whose results are read before the next one overwrites them, 1/s.</summary>
    internal static double FastestRate(this Transport transport) => transport == Transport.Slow ? 1000 : 15000;
}
