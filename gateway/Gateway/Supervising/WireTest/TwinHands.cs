using System.Device.Gpio;

namespace CoinRig.Gateway;

/// <summary>The twin pulls its own wires.</summary>
sealed class TwinHands : IHands, IDisposable
{
    const int BatteryMillivolts = 1540;

    readonly SupervisorVisit _visit;
    readonly SupervisorTwin _twin;
    readonly GpioController _gpio;

    internal TwinHands(SupervisorVisit visit)
    {
        (_visit, _twin) = (visit, visit.Twin!);
        _gpio = new GpioController(visit.Board!.Gpio);
        foreach (var channel in visit.Profile.Channels)
        {
            _gpio.OpenPin(channel.Pins.CellRelay, PinMode.Output, PinValue.Low);
        }
    }

    /// <inheritdoc/>
    public bool HasRelays => true;

    /// <inheritdoc/>
    public void Do(WireStep step)
    {
        switch (step.Wire)
        {
            case Wire.Button:
                _twin.Firmware.PressButton(_visit.Clock.Nanoseconds);
                break;
            case Wire.Enable:
                _twin.Firmware.Reboot(_visit.Clock.Nanoseconds);
                break;
            default:
                _twin.Wires.Set(step.Wire, isThere: false);
                break;
        }
    }

    /// <inheritdoc/>
    public void Undo(WireStep step) => _twin.Wires.Set(step.Wire, isThere: true);

    /// <inheritdoc/>
    public void Fill(int channel, bool isFilled) => _twin.Wires.HolderMillivolts[channel - 1] = isFilled ? BatteryMillivolts : null;

    /// <inheritdoc/>
    public void Drive(int channel, bool isOn) => _gpio.Write(_visit.Profile.Channels[channel - 1].Pins.CellRelay, isOn ? PinValue.High : PinValue.Low);

    /// <inheritdoc/>
    public bool IsRelay(int channel, bool isClosed) => _visit.Board!.Channels[channel - 1].IsRelayContactClosed == isClosed;

    /// <inheritdoc/>
    public void Dispose() => _gpio.Dispose();
}
