using System.Device.Gpio;
using System.Device.Spi;
using CoinRig.Linux;
using CoinRig.Spi;

namespace CoinRig.Gateway;

/// <summary>Where the chips and lines of a real board are reached.</summary>
/// <param name="OpenSpi">Opens a device of the SPI bus.</param>
/// <param name="OpenGpio">Opens the lines.</param>
sealed record BoardPins(Func<SpiConnectionSettings, SpiDevice> OpenSpi, Func<GpioController> OpenGpio)
{
    /// <summary>The kernel's of this machine.</summary>
    internal static BoardPins OfThisMachine { get; } = new(SpidevDevice.Open, () => new GpioController(new GpioChipDriver(GpioChip.Find(GpioChip.RaspberryPiLabels))));
}
