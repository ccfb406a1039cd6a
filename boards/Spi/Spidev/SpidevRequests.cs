namespace CoinRig.Spi;

/// <summary>Request numbers of spidev (linux/spi/spidev.h).</summary>
static class SpidevRequests
{
    /// <summary>SPI_IOC_WR_MODE.</summary>
    internal const uint WriteMode = 0x4001_6B01;

    /// <summary>SPI_IOC_WR_BITS_PER_WORD.</summary>
    internal const uint WriteBitsPerWord = 0x4001_6B03;

    /// <summary>SPI_IOC_WR_MAX_SPEED_HZ.</summary>
    internal const uint WriteMaximumHertz = 0x4004_6B04;

    const uint Message0 = 0x4000_6B00;
    const int SizeShift = 16;
    const uint TransferBytes = 32;

    /// <summary>SPI_IOC_MESSAGE(count).</summary>
    internal static uint Message(int count) => Message0 | (uint)count * TransferBytes << SizeShift;
}
