using System.Runtime.InteropServices;

namespace CoinRig.Spi;

/// <summary>struct spi_ioc_transfer (linux/spi/spidev.h): one segment of a message.</summary>
[StructLayout(LayoutKind.Sequential)]
struct SpidevTransfer
{
    /// <summary>Address of what is sent; 0 to send zeros.</summary>
    internal ulong Output;

    /// <summary>Address of where the answer goes; 0 to drop it.</summary>
    internal ulong Input;

    internal uint Length;
    internal uint Hertz;
    internal ushort DelayMicroseconds;
    internal byte BitsPerWord;
    internal byte ChangesSelect;
    internal byte OutputLanes;
    internal byte InputLanes;
    internal byte WordDelayMicroseconds;
    internal byte Padding;
}
