using System.Device.Gpio;
using CoinRig.FrontEnd;

namespace CoinRig.Gateway;

/// <summary>The gateway's lines to the cell relays of a real board, without its chips: low at first, and low at the end.</summary>
sealed class RelayLines : IDisposable
{
    readonly BusLock _lock;
    readonly GpioController _gpio;
    readonly BoardProfile _profile;

    RelayLines(BusLock taken, GpioController gpio, BoardProfile profile) => (_lock, _gpio, _profile) = (taken, gpio, profile);

    /// <summary>Takes the lines.</summary>
    /// <exception cref="RefusedException">Another program drives the board.</exception>
    internal static RelayLines Take(BoardProfile profile)
    {
        var taken = BusLock.Take(profile.SpiBus);
        GpioController? gpio = null;
        try
        {
            gpio = HardwareRig.Pins.OpenGpio();
            foreach (var channel in profile.Channels)
            {
                gpio.OpenPin(channel.Pins.CellRelay, PinMode.Output, PinValue.Low);
            }
            return new(taken, gpio, profile);
        }
        catch
        {
            gpio?.Dispose();
            taken.Dispose();
            throw;
        }
    }

    /// <summary>Drives the line of a channel.</summary>
    internal void Drive(int channel, bool isOn) => _gpio.Write(_profile.Channels[channel - 1].Pins.CellRelay, isOn ? PinValue.High : PinValue.Low);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var channel in _profile.Channels)
        {
            Drive(channel.Number, false);
        }
        _gpio.Dispose();
        _lock.Dispose();
    }
}
