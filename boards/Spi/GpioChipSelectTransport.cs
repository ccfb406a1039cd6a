using System.Device.Gpio;
using System.Device.Spi;
using CoinRig.Clock;

namespace CoinRig.Spi;

/// <summary>
/// A transport whose chip select is an ordinary GPIO line, so that a pause fits inside a frame: the kernel's own select line
/// rises after every transfer of <see cref="SpiDevice"/>. Open the <see cref="SpiDevice"/> on a select line that no chip uses.
/// Chips that share the bus share one <see cref="SpiDevice"/> and one thread; each has its own transport.
/// </summary>
/// <remarks>
/// <code>
/// CS   ‾‾\______________________________________________________/‾‾‾‾‾‾‾
/// SCLK     [ first group ]  pause >= asked  [ second group ] hold   idle
/// </code>
/// </remarks>
public sealed class GpioChipSelectTransport : ISpiTransport
{
    /// <summary>Hold that suits the ADS1256: its t10 is 8 periods of a 7.68 MHz clock, 1.04 us.</summary>
    public const long DefaultHoldNanoseconds = 1_100;

    /// <summary>Idle time that suits the DAC8552: 100 ns from the last clock edge to the next frame.</summary>
    public const long DefaultIdleNanoseconds = 100;

    readonly SpiDevice _spi;
    readonly GpioController _gpio;
    readonly IRigClock _clock;
    readonly int _chipSelectPin;
    readonly long _holdNanoseconds;
    readonly long _idleNanoseconds;
    readonly bool _shouldDispose;

    // GpioController.Write(int, PinValue) allocates 40 bytes a call (System.Device.Gpio 4.2), as does GpioPin.Write on top of
    // it; the overload for many pins goes straight to the driver and allocates nothing.
    readonly PinValuePair[] _select;
    readonly PinValuePair[] _deselect;

    long _idleUntil = long.MinValue;
    bool _disposed;

    /// <summary>Opens the select line as an output that is high from the start.</summary>
    /// <param name="spi">The bus.</param>
    /// <param name="gpio">The controller of the select line.</param>
    /// <param name="chipSelectPin">The line that selects the chip, active low.</param>
    /// <param name="clock">The clock that the pauses are measured by.</param>
    /// <param name="holdNanoseconds">Least time from the last clock edge to the rise of the select line, ns.</param>
    /// <param name="idleNanoseconds">Least time that the select line stays high between frames, ns.</param>
    /// <param name="shouldDispose">True to dispose the bus with this transport; false where another transport uses it too.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A time is negative.</exception>
    public GpioChipSelectTransport(SpiDevice spi, GpioController gpio, int chipSelectPin, IRigClock clock,
        long holdNanoseconds = DefaultHoldNanoseconds, long idleNanoseconds = DefaultIdleNanoseconds, bool shouldDispose = true)
    {
        ArgumentNullException.ThrowIfNull(spi);
        ArgumentNullException.ThrowIfNull(gpio);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentOutOfRangeException.ThrowIfNegative(holdNanoseconds);
        ArgumentOutOfRangeException.ThrowIfNegative(idleNanoseconds);
        _spi = spi;
        _gpio = gpio;
        _clock = clock;
        _chipSelectPin = chipSelectPin;
        _holdNanoseconds = holdNanoseconds;
        _idleNanoseconds = idleNanoseconds;
        _shouldDispose = shouldDispose;
        _select = [new PinValuePair(chipSelectPin, PinValue.Low)];
        _deselect = [new PinValuePair(chipSelectPin, PinValue.High)];
        ClockFrequency = spi.ConnectionSettings.ClockFrequency;
        gpio.OpenPin(chipSelectPin, PinMode.Output, PinValue.High);
    }

    /// <inheritdoc/>
    public int ClockFrequency { get; }

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        Select();
        try
        {
            _spi.Write(bytes);
        }
        catch
        {
            DeselectAfterFailure();
            throw;
        }
        Deselect();
    }

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> first, long pauseNanoseconds, ReadOnlySpan<byte> second)
    {
        Select();
        try
        {
            _spi.Write(first);
            _clock.Wait(pauseNanoseconds);
            _spi.Write(second);
        }
        catch
        {
            DeselectAfterFailure();
            throw;
        }
        Deselect();
    }

    /// <inheritdoc/>
    public void WriteRead(ReadOnlySpan<byte> command, long pauseNanoseconds, Span<byte> answer)
    {
        Select();
        try
        {
            if (!command.IsEmpty)
            {
                _spi.Write(command);
                _clock.Wait(pauseNanoseconds);
            }
            _spi.Read(answer);
        }
        catch
        {
            DeselectAfterFailure();
            throw;
        }
        Deselect();
    }

    /// <summary>Closes the select line; disposes the bus where this transport owns it.</summary>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }
        _disposed = true;
        if (_gpio.IsPinOpen(_chipSelectPin))
        {
            _gpio.ClosePin(_chipSelectPin);
        }
        if (_shouldDispose)
        {
            _spi.Dispose();
        }
    }

    void Select()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        _clock.WaitUntil(_idleUntil);
        _gpio.Write(_select);
    }

    /// <summary>What went wrong first is what the caller must hear, also where this goes wrong in turn.</summary>
    void DeselectAfterFailure()
    {
        try
        {
            Deselect();
        }
        catch (Exception)
        {
            // The frame is lost already; the line was written as far as it could be.
        }
    }

    void Deselect()
    {
        try
        {
            _clock.Wait(_holdNanoseconds);
        }
        finally
        {
            _gpio.Write(_deselect);
            _idleUntil = _clock.Nanoseconds + _idleNanoseconds;
        }
    }
}
