using System.Device.Gpio;
using System.Device.Spi;
using CoinRig.Clock;
using CoinRig.Spi;
using Iot.Device.Ads1256;

namespace CoinRig.FrontEnd;

/// <summary>The transports to the two chips, as the profile wants them.</summary>
/// <param name="Bus">What must be closed after both.</param>
/// <param name="Adc">To the ADS1256.</param>
/// <param name="Dac">To the DAC8552.</param>
sealed record ChipLinks(IDisposable Bus, ISpiTransport Adc, ISpiTransport Dac) : IDisposable
{
    internal static ChipLinks Open(BoardProfile profile, Func<SpiConnectionSettings, SpiDevice> openSpi, GpioController gpio, IRigClock clock)
    {
        SpiDevice Device(int select) => openSpi(new SpiConnectionSettings(profile.SpiBus < 0 ? 0 : profile.SpiBus, select)
        {
            ClockFrequency = profile.Transport.ClockFrequency(),
            Mode = Ads1256.SpiMode,
        });
        ISpiTransport? adc = null;
        var first = Device(profile.ChipSelects.Adc);
        try
        {
            if (profile.Transport == Transport.GpioChipSelect)
            {
                // The kernel moves a select line that no chip hangs on; all Pis take this, none takes a bus without one.
                adc = new GpioChipSelectTransport(first, gpio, profile.Pins.AdcChipSelect, clock, shouldDispose: false);
                return new(first, adc, new GpioChipSelectTransport(first, gpio, profile.Pins.DacChipSelect, clock, shouldDispose: false));
            }
            adc = Over(first, profile.Transport);
            return new(adc, adc, Over(Device(profile.ChipSelects.Dac), profile.Transport));
        }
        catch
        {
            adc?.Dispose();
            first.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Adc.Dispose();
        Dac.Dispose();
        Bus.Dispose();
    }

    static ISpiTransport Over(SpiDevice device, Transport transport) => transport == Transport.Slow ? new SlowTransport(device)
        : new KernelTransport(device as ISpiMessages
            ?? throw new NotSupportedException($"{device.GetType().Name} sends no messages of several segments: use 'transport: slow' or 'gpio-cs' in the profile."));
}
