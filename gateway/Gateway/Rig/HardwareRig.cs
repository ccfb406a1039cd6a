using System.Device.Gpio;
using System.Device.Spi;
using CoinRig.Clock;
using CoinRig.FrontEnd;
using CoinRig.Temperature;
using Iot.Device.Ads1256;

namespace CoinRig.Gateway;

/// <summary>A real board on this machine's SPI bus and GPIO lines.</summary>
sealed class HardwareRig : IRig
{
    readonly GpioController _gpio;
    readonly CellThermometer _thermometer;

    HardwareRig(BoardProfile profile, SpiDevice spi, GpioController gpio, RealClock clock)
    {
        Clock = clock;
        _gpio = gpio;
        Board = Board.Open(profile, spi, gpio, clock);
        _thermometer = new CellThermometer();
    }

    /// <inheritdoc/>
    public Board Board { get; }

    /// <inheritdoc/>
    public IRigClock Clock { get; }

    /// <inheritdoc/>
    public IThermometer? Thermometer => _thermometer;

    /// <inheritdoc/>
    public bool IsVirtual => false;

    /// <inheritdoc/>
    public string Source => "hardware";

    /// <inheritdoc/>
    public long Seed => 0;

    /// <summary>Whether a profile names a bus that this machine has.</summary>
    internal static bool IsThere(BoardProfile profile) => profile.SpiBus >= 0 && File.Exists(Path(profile));

    /// <summary>Opens the board. Never falls back to a twin.</summary>
    /// <exception cref="RefusedException">The bus is not there or not ours to use.</exception>
    internal static HardwareRig Open(BoardProfile profile)
    {
        if (profile.SpiBus < 0)
        {
            throw new RefusedException($"The profile '{profile.Name}' names no SPI bus. Add 'spi: {{bus: 0}}' to a profile of your board, or leave --hardware out.");
        }
        if (!File.Exists(Path(profile)))
        {
            throw new RefusedException($"{Path(profile)} is not there. Switch SPI on (dtparam=spi=on in /boot/firmware/config.txt, then restart), or leave --hardware out.");
        }
        try
        {
            // The kernel wiggles chip select 0, which the board does not use; the chips hang on GPIO lines (all Pis take this).
            var spi = SpiDevice.Create(new SpiConnectionSettings(profile.SpiBus, 0) { ClockFrequency = Ads1256.SpiClockFrequency, Mode = Ads1256.SpiMode });
            return new HardwareRig(profile, spi, new GpioController(), new RealClock());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or PlatformNotSupportedException or DllNotFoundException)
        {
            throw new RefusedException($"The board could not be opened: {e.Message} Is the user in the groups spi and gpio, and is libgpiod installed?");
        }
    }

    static string Path(BoardProfile profile) => $"/dev/spidev{profile.SpiBus}.0";

    /// <inheritdoc/>
    public void Dispose()
    {
        Board.Dispose();
        _thermometer.Dispose();
        _gpio.Dispose();
    }
}
