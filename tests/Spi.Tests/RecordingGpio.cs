using System.Device.Gpio;

namespace CoinRig.Spi.Tests;

/// <summary>A GPIO driver that tells the bus what is written to its lines.</summary>
sealed class RecordingGpio(RecordingBus bus) : GpioDriver
{
    readonly PinValue[] _levels = new PinValue[40];
    readonly PinMode[] _modes = new PinMode[40];

    public Exception? ThrowsOnHigh { get; set; }

    public HashSet<int> OpenPins { get; } = [];

    public PinValue Level(int pin) => _levels[pin];

    protected override int PinCount => _levels.Length;

    protected override void OpenPin(int pinNumber) => OpenPins.Add(pinNumber);

    protected override void ClosePin(int pinNumber) => OpenPins.Remove(pinNumber);

    protected override void SetPinMode(int pinNumber, PinMode mode) => _modes[pinNumber] = mode;

    protected override PinMode GetPinMode(int pinNumber) => _modes[pinNumber];

    protected override bool IsPinModeSupported(int pinNumber, PinMode mode) => true;

    protected override PinValue Read(int pinNumber) => _levels[pinNumber];

    protected override void Write(int pinNumber, PinValue value)
    {
        _levels[pinNumber] = value;
        if (value == PinValue.High && ThrowsOnHigh is { } exception)
        {
            throw exception;
        }
        if (bus.IsRecording)
        {
            bus.Note($"CS{pinNumber} {(value == PinValue.High ? "high" : "low")}");
        }
    }

    protected override WaitForEventResult WaitForEvent(int pinNumber, PinEventTypes eventTypes, CancellationToken cancellationToken) => default;

    protected override void AddCallbackForPinValueChangedEvent(int pinNumber, PinEventTypes eventTypes, PinChangeEventHandler callback)
    {
    }

    protected override void RemoveCallbackForPinValueChangedEvent(int pinNumber, PinChangeEventHandler callback)
    {
    }
}
