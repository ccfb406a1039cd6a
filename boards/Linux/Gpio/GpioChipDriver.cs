using System.Device.Gpio;

namespace CoinRig.Linux;

/// <summary>
/// The lines of one <see cref="GpioChip"/> for a <see cref="GpioController"/>, over the kernel's character device. Levels only: an
/// edge of DRDY is shorter than a Pi can be relied upon to notice.
/// </summary>
public sealed class GpioChipDriver : GpioDriver
{
    readonly GpioChip _chip;
    readonly GpioLine?[] _lines;
    readonly PinMode[] _modes;

    /// <param name="chip">The chip, which the driver then owns.</param>
    public GpioChipDriver(GpioChip chip)
    {
        ArgumentNullException.ThrowIfNull(chip);
        _chip = chip;
        _lines = new GpioLine?[chip.Lines];
        _modes = new PinMode[chip.Lines];
    }

    /// <inheritdoc/>
    protected override int PinCount => _lines.Length;

    /// <inheritdoc/>
    protected override void OpenPin(int pinNumber)
    {
        if ((uint)pinNumber >= (uint)_lines.Length)
        {
            throw new ArgumentException($"The chip {_chip.Label} has the lines 0 to {_lines.Length - 1}; there is no GPIO {pinNumber}.", nameof(pinNumber));
        }
        _lines[pinNumber] ??= _chip.Claim(pinNumber);
    }

    /// <inheritdoc/>
    protected override void ClosePin(int pinNumber)
    {
        Line(pinNumber).Dispose();
        _lines[pinNumber] = null;
    }

    /// <inheritdoc/>
    protected override bool IsPinModeSupported(int pinNumber, PinMode mode) => mode is PinMode.Input or PinMode.InputPullDown or PinMode.InputPullUp or PinMode.Output;

    /// <inheritdoc/>
    protected override PinMode GetPinMode(int pinNumber)
    {
        _ = Line(pinNumber);
        return _modes[pinNumber];
    }

    /// <inheritdoc/>
    protected override void SetPinMode(int pinNumber, PinMode mode) => SetPinMode(pinNumber, mode, PinValue.Low);

    /// <inheritdoc/>
    protected override void SetPinMode(int pinNumber, PinMode mode, PinValue initialValue)
    {
        Line(pinNumber).Configure(mode switch
        {
            PinMode.Input => GpioLineFlags.Input,
            PinMode.InputPullDown => GpioLineFlags.Input | GpioLineFlags.PullDown,
            PinMode.InputPullUp => GpioLineFlags.Input | GpioLineFlags.PullUp,
            PinMode.Output => GpioLineFlags.Output,
            _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "A GPIO line is an input, an input with a pull, or an output."),
        }, initialValue == PinValue.High);
        _modes[pinNumber] = mode;
    }

    /// <inheritdoc/>
    protected override PinValue Read(int pinNumber) => Line(pinNumber).Read() ? PinValue.High : PinValue.Low;

    /// <inheritdoc/>
    protected override void Write(int pinNumber, PinValue value) => Line(pinNumber).Write(value == PinValue.High);

    /// <inheritdoc/>
    protected override void Toggle(int pinNumber)
    {
        var line = Line(pinNumber);
        line.Write(!line.Read());
    }

    /// <inheritdoc/>
    protected override WaitForEventResult WaitForEvent(int pinNumber, PinEventTypes eventTypes, CancellationToken cancellationToken) => throw LevelsOnly();

    /// <inheritdoc/>
    protected override void AddCallbackForPinValueChangedEvent(int pinNumber, PinEventTypes eventTypes, PinChangeEventHandler callback) => throw LevelsOnly();

    /// <inheritdoc/>
    protected override void RemoveCallbackForPinValueChangedEvent(int pinNumber, PinChangeEventHandler callback) => throw LevelsOnly();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var line in _lines)
            {
                line?.Dispose();
            }
            Array.Clear(_lines);
            _chip.Dispose();
        }
        base.Dispose(disposing);
    }

    GpioLine Line(int pin) => (uint)pin < (uint)_lines.Length && _lines[pin] is { } line ? line
        : throw new InvalidOperationException($"GPIO {pin} is not open.");

    static NotSupportedException LevelsOnly() => new("This driver tells levels, not edges: poll the line.");
}
