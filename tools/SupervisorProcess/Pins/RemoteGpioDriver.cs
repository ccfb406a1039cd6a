using System.Device.Gpio;

namespace CoinRig.SupervisorProcess;

/// <summary>GPIO lines in another process: levels only, as on a board.</summary>
sealed class RemoteGpioDriver(PinClient pins) : GpioDriver
{
    readonly PinMode[] _modes = new PinMode[54];

    /// <inheritdoc/>
    protected override int PinCount => _modes.Length;

    /// <inheritdoc/>
    protected override void OpenPin(int pinNumber) => pins.Ask(PinOperation.OpenLine, [(byte)pinNumber]);

    /// <inheritdoc/>
    protected override void ClosePin(int pinNumber) => pins.Ask(PinOperation.CloseLine, [(byte)pinNumber]);

    /// <inheritdoc/>
    protected override bool IsPinModeSupported(int pinNumber, PinMode mode) => mode is PinMode.Input or PinMode.InputPullDown or PinMode.InputPullUp or PinMode.Output;

    /// <inheritdoc/>
    protected override PinMode GetPinMode(int pinNumber) => _modes[pinNumber];

    /// <inheritdoc/>
    protected override void SetPinMode(int pinNumber, PinMode mode)
    {
        pins.Ask(PinOperation.SetMode, [(byte)pinNumber, (byte)mode]);
        _modes[pinNumber] = mode;
    }

    /// <inheritdoc/>
    protected override void SetPinMode(int pinNumber, PinMode mode, PinValue initialValue)
    {
        SetPinMode(pinNumber, mode);
        if (mode == PinMode.Output)
        {
            Write(pinNumber, initialValue);
        }
    }

    /// <inheritdoc/>
    protected override PinValue Read(int pinNumber)
    {
        Span<byte> level = stackalloc byte[1];
        pins.Ask(PinOperation.ReadLine, [(byte)pinNumber], level);
        return level[0] != 0;
    }

    /// <inheritdoc/>
    protected override void Write(int pinNumber, PinValue value) => pins.Ask(PinOperation.WriteLine, [(byte)pinNumber, value == PinValue.High ? (byte)1 : (byte)0]);

    /// <inheritdoc/>
    protected override WaitForEventResult WaitForEvent(int pinNumber, PinEventTypes eventTypes, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Levels only: poll the line.");

    /// <inheritdoc/>
    protected override void AddCallbackForPinValueChangedEvent(int pinNumber, PinEventTypes eventTypes, PinChangeEventHandler callback) =>
        throw new NotSupportedException("Levels only: poll the line.");

    /// <inheritdoc/>
    protected override void RemoveCallbackForPinValueChangedEvent(int pinNumber, PinChangeEventHandler callback) =>
        throw new NotSupportedException("Levels only: poll the line.");
}
