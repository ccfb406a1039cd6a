using System.Device.Gpio;
using CoinRig.Clock;

namespace CoinRig.Twin;

/// <summary>
/// The GPIO lines of the emulated Raspberry Pi. All lines are low at reset. An access takes virtual time, as it does on a Pi: a write the
/// 100 ns of a bare register access, so that no limit of a chip is kept by slowness alone; a read 1 us, so that a loop that only polls a line makes
/// time go on. Closing a pin leaves its level, as the real drivers do; making it an input lets the pull-down take it.
/// </summary>
public sealed class TwinGpioDriver : GpioDriver
{
    /// <summary>Number of lines.</summary>
    public const int Lines = 54;

    const long WriteNanoseconds = 100, ReadNanoseconds = 1_000;

    readonly IRigClock _clock;
    readonly bool[] _isOpen = new bool[Lines];
    readonly PinMode[] _modes = new PinMode[Lines];
    readonly bool[] _levels = new bool[Lines];
    readonly Action<bool, long>?[] _outputs = new Action<bool, long>?[Lines];
    readonly int _dataReadyPin;
    readonly Func<long, bool> _isDataReady;
    readonly Func<long, bool, long> _nextDataReadyEdge;

    /// <param name="clock">The clock.</param>
    /// <param name="dataReadyPin">The line that DRDY is on.</param>
    /// <param name="isDataReady">Whether DRDY is low at a time.</param>
    /// <param name="nextDataReadyEdge">When DRDY falls (true) or rises (false) next after a time, ns; <see cref="long.MaxValue"/> where it does not.</param>
    internal TwinGpioDriver(IRigClock clock, int dataReadyPin, Func<long, bool> isDataReady, Func<long, bool, long> nextDataReadyEdge)
        => (_clock, _dataReadyPin, _isDataReady, _nextDataReadyEdge) = (clock, dataReadyPin, isDataReady, nextDataReadyEdge);

    /// <summary>Called after an output changed its level.</summary>
    public Action<PinChange>? PinChanged { get; set; }

    /// <inheritdoc/>
    protected override int PinCount => Lines;

    /// <summary>The level of a line, without a program's having opened it.</summary>
    public bool IsHigh(int pinNumber) => pinNumber == _dataReadyPin ? !_isDataReady(_clock.Nanoseconds) : _levels[pinNumber];

    /// <summary>Another instrument drives a line that is no output here.</summary>
    internal void DriveFromOutside(int pin, bool isHigh)
    {
        if (_modes[pin] == PinMode.Output)
        {
            throw new InvalidOperationException($"GPIO {pin} is an output of the program.");
        }
        _levels[pin] = isHigh;
    }

    /// <summary>Connects a line to what it drives; the handler gets level and time.</summary>
    internal void Connect(int pin, Action<bool, long> handler)
    {
        if (pin is >= 0 and < Lines)
        {
            _outputs[pin] = handler;
        }
    }

    /// <inheritdoc/>
    protected override void OpenPin(int pinNumber)
    {
        CheckNumber(pinNumber);
        if (_isOpen[pinNumber])
        {
            throw new InvalidOperationException($"GPIO {pinNumber} is open already.");
        }
        _isOpen[pinNumber] = true;
    }

    /// <inheritdoc/>
    protected override void ClosePin(int pinNumber)
    {
        CheckOpen(pinNumber);
        _isOpen[pinNumber] = false;
    }

    /// <inheritdoc/>
    protected override bool IsPinModeSupported(int pinNumber, PinMode mode) => mode is PinMode.Input or PinMode.Output or PinMode.InputPullDown or PinMode.InputPullUp;

    /// <inheritdoc/>
    protected override PinMode GetPinMode(int pinNumber)
    {
        CheckOpen(pinNumber);
        return _modes[pinNumber];
    }

    /// <inheritdoc/>
    protected override void SetPinMode(int pinNumber, PinMode mode)
    {
        CheckOpen(pinNumber);
        _modes[pinNumber] = mode;
        if (mode != PinMode.Output)
        {
            Drive(pinNumber, mode == PinMode.InputPullUp);
        }
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
        CheckOpen(pinNumber);
        _clock.WaitUntil(_clock.Nanoseconds + ReadNanoseconds);
        return IsHigh(pinNumber) ? PinValue.High : PinValue.Low;
    }

    /// <inheritdoc/>
    protected override void Write(int pinNumber, PinValue value)
    {
        CheckOpen(pinNumber);
        if (_modes[pinNumber] != PinMode.Output)
        {
            throw new InvalidOperationException($"GPIO {pinNumber} is not an output, so it cannot be written.");
        }
        Drive(pinNumber, value == PinValue.High);
    }

    /// <inheritdoc/>
    protected override void Toggle(int pinNumber) => Write(pinNumber, !_levels[pinNumber]);

    /// <inheritdoc/>
    /// <remarks>Virtual time jumps to the edge. Where none will come, the wait times out at once.</remarks>
    protected override WaitForEventResult WaitForEvent(int pinNumber, PinEventTypes eventTypes, CancellationToken cancellationToken)
    {
        CheckOpen(pinNumber);
        var falling = Edge(pinNumber, eventTypes, PinEventTypes.Falling);
        var rising = Edge(pinNumber, eventTypes, PinEventTypes.Rising);
        var edge = Math.Min(falling, rising);
        if (edge == long.MaxValue)
        {
            return new() { TimedOut = true };
        }
        _clock.WaitUntil(edge);
        return new() { EventTypes = falling <= rising ? PinEventTypes.Falling : PinEventTypes.Rising };
    }

    /// <inheritdoc/>
    protected override void AddCallbackForPinValueChangedEvent(int pinNumber, PinEventTypes eventTypes, PinChangeEventHandler callback)
        => throw new NotSupportedException("The twin calls nobody back: virtual time stands still while nobody waits. Poll the line or use WaitForEvent.");

    /// <inheritdoc/>
    protected override void RemoveCallbackForPinValueChangedEvent(int pinNumber, PinChangeEventHandler callback)
        => throw new InvalidOperationException($"GPIO {pinNumber} has no callback.");

    long Edge(int pin, PinEventTypes wanted, PinEventTypes edge)
        => pin == _dataReadyPin && wanted.HasFlag(edge) ? _nextDataReadyEdge(_clock.Nanoseconds, edge == PinEventTypes.Falling) : long.MaxValue;

    /// <summary>The level is set first, so that a chip's refusal does not leave the line where it was.</summary>
    void Drive(int pin, bool isHigh)
    {
        var now = _clock.Nanoseconds + WriteNanoseconds;
        _clock.WaitUntil(now);
        if (_levels[pin] == isHigh)
        {
            return;
        }
        _levels[pin] = isHigh;
        PinChanged?.Invoke(new(pin, isHigh, now));
        _outputs[pin]?.Invoke(isHigh, now);
    }

    static void CheckNumber(int pin)
    {
        if (pin is < 0 or >= Lines)
        {
            throw new ArgumentException($"There is no GPIO {pin}; the lines are 0 to {Lines - 1}.", nameof(pin));
        }
    }

    void CheckOpen(int pin)
    {
        CheckNumber(pin);
        if (!_isOpen[pin])
        {
            throw new InvalidOperationException($"GPIO {pin} is not open.");
        }
    }
}
