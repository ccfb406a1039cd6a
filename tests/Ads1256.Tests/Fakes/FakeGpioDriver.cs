using System.Device.Gpio;

namespace Iot.Device.Ads1256.Tests.Fakes;

/// <summary>Forty lines: what is written is remembered, and some inputs are asked of the chip behind them.</summary>
sealed class FakeGpioDriver : GpioDriver
{
    readonly PinMode[] _modes = new PinMode[40];
    readonly PinValue[] _levels = new PinValue[40];
    readonly Dictionary<int, Func<PinValue>> _inputs = [];

    public Action<int, PinValue>? Written { get; set; }

    public HashSet<int> OpenPins { get; } = [];

    public PinValue Level(int pin) => _levels[pin];

    public void Connect(int pin, Func<PinValue> level) => _inputs[pin] = level;

    protected override int PinCount => _levels.Length;

    protected override void OpenPin(int pinNumber) => OpenPins.Add(pinNumber);

    protected override void ClosePin(int pinNumber) => OpenPins.Remove(pinNumber);

    protected override void SetPinMode(int pinNumber, PinMode mode) => _modes[pinNumber] = mode;

    protected override PinMode GetPinMode(int pinNumber) => _modes[pinNumber];

    protected override bool IsPinModeSupported(int pinNumber, PinMode mode) => mode is PinMode.Input or PinMode.Output;

    protected override PinValue Read(int pinNumber) => _inputs.TryGetValue(pinNumber, out var level) ? level() : _levels[pinNumber];

    protected override void Write(int pinNumber, PinValue value)
    {
        _levels[pinNumber] = value;
        Written?.Invoke(pinNumber, value);
    }

    protected override WaitForEventResult WaitForEvent(int pinNumber, PinEventTypes eventTypes, CancellationToken cancellationToken) => default;

    protected override void AddCallbackForPinValueChangedEvent(int pinNumber, PinEventTypes eventTypes, PinChangeEventHandler callback)
    {
    }

    protected override void RemoveCallbackForPinValueChangedEvent(int pinNumber, PinChangeEventHandler callback)
    {
    }
}
