using System.Device.Gpio;

namespace CoinRig.Bench;

/// <summary>GPIO lines that go nowhere; DRDY reads low, but where the ADC is held in reset.</summary>
sealed class NullGpio(int dataReady, int reset = NullGpio.NoLine) : GpioDriver
{
    const int NoLine = -1;
    const int Lines = 54;

    readonly PinValue[] _values = new PinValue[Lines];

    /// <summary>Whether a line was written high.</summary>
    internal bool IsHigh(int pin) => _values[pin] == PinValue.High;

    protected override int PinCount => Lines;

    protected override void OpenPin(int pinNumber)
    {
    }

    protected override void ClosePin(int pinNumber)
    {
    }

    protected override void SetPinMode(int pinNumber, PinMode mode)
    {
    }

    protected override PinMode GetPinMode(int pinNumber) => pinNumber == dataReady ? PinMode.Input : PinMode.Output;

    protected override bool IsPinModeSupported(int pinNumber, PinMode mode) => true;

    protected override PinValue Read(int pinNumber) => pinNumber == dataReady ? DataReadyLevel : _values[pinNumber];

    PinValue DataReadyLevel => reset != NoLine && _values[reset] == PinValue.Low;

    protected override void Write(int pinNumber, PinValue value) => _values[pinNumber] = value;

    protected override WaitForEventResult WaitForEvent(int pinNumber, PinEventTypes eventTypes, CancellationToken cancellationToken) =>
        new() { TimedOut = true };

    protected override void AddCallbackForPinValueChangedEvent(int pinNumber, PinEventTypes eventTypes, PinChangeEventHandler callback)
    {
    }

    protected override void RemoveCallbackForPinValueChangedEvent(int pinNumber, PinChangeEventHandler callback)
    {
    }
}
