using System.Device.Spi;
using CoinRig.Clock;
using CoinRig.Spi;

namespace CoinRig.Twin;

/// <summary>
/// The SPI bus with both chips on it. Which chip listens is decided by the select lines, as on the board; with none, MISO reads 0 (the
/// Pi's pull-down). A transfer takes its bits over the clock frequency of virtual time. Where the kernel drives a chip's select line, each
/// edge takes the 100 ns of a bare register access, so that no limit of a chip is kept by slowness alone.
/// </summary>
public sealed class TwinSpiDevice : SpiDevice, ISpiMessages
{
    const long SelectNanoseconds = 100;

    readonly IRigClock _clock;
    readonly EmulatedAds1256 _adc;
    readonly EmulatedDac8552 _dac;
    readonly TwinFaults _faults;
    readonly SpiConnectionSettings _settings;
    readonly double _byteNanoseconds, _lastFallNanoseconds;
    readonly int _hertz;
    readonly Action<bool, long>? _select;

    /// <param name="clock">The clock.</param>
    /// <param name="adc">The ADC on the bus.</param>
    /// <param name="dac">The DAC on the bus.</param>
    /// <param name="faults">Faults of the board.</param>
    /// <param name="settings">Clock, mode and select line.</param>
    /// <param name="select">What hangs on the kernel's select line; gets level and time. Null where nothing does.</param>
    internal TwinSpiDevice(IRigClock clock, EmulatedAds1256 adc, EmulatedDac8552 dac, TwinFaults faults, SpiConnectionSettings settings,
        Action<bool, long>? select = null)
    {
        _select = select;
        if (settings.DataBitLength != 8 || settings.DataFlow != DataFlow.MsbFirst)
        {
            throw new ArgumentException("Both chips take words of 8 bits with the most significant bit first.", nameof(settings));
        }
        (_clock, _adc, _dac, _faults, _settings) = (clock, adc, dac, faults, new(settings.BusId, settings.ChipSelectLine)
        {
            Mode = settings.Mode,
            ClockFrequency = settings.ClockFrequency,
            DataBitLength = settings.DataBitLength,
            DataFlow = settings.DataFlow,
        });
        _hertz = settings.ClockFrequency > 0 ? settings.ClockFrequency
            : throw new ArgumentException("The clock frequency must be above zero.", nameof(settings));
        _byteNanoseconds = 8e9 / _hertz;
        _lastFallNanoseconds = 7.5e9 / _hertz;
    }

    /// <inheritdoc/>
    public override SpiConnectionSettings ConnectionSettings => _settings;

    /// <inheritdoc/>
    public int ClockFrequency => _hertz;

    /// <inheritdoc/>
    public override void Read(Span<byte> buffer) => Transfer([new SpiSegment(buffer.Length, 0)], default, buffer);

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer) => Transfer([new SpiSegment(buffer.Length, 0)], buffer, default);

    /// <inheritdoc/>
    public override void TransferFullDuplex(ReadOnlySpan<byte> writeBuffer, Span<byte> readBuffer)
    {
        if (writeBuffer.Length != readBuffer.Length)
        {
            throw new ArgumentException($"Full duplex takes two buffers of one length, not {writeBuffer.Length} and {readBuffer.Length} bytes.", nameof(readBuffer));
        }
        Transfer([new SpiSegment(readBuffer.Length, 0)], writeBuffer, readBuffer);
    }

    /// <inheritdoc/>
    /// <exception cref="TimingViolationException">A chip would not accept this.</exception>
    public void Transfer(ReadOnlySpan<SpiSegment> segments, ReadOnlySpan<byte> output, Span<byte> input)
    {
        Select(isHigh: false);
        try
        {
            var start = 0;
            foreach (var segment in segments)
            {
                Shift(output.IsEmpty ? output : output.Slice(start, segment.Length), input.IsEmpty ? input : input.Slice(start, segment.Length), segment.Length);
                _clock.Wait(segment.PauseMicroseconds * RigClockExtensions.Microsecond);
                start += segment.Length;
            }
        }
        catch (TimingViolationException)
        {
            DeselectAfterRefusal();
            throw;
        }
        Select(isHigh: true);
    }

    void Select(bool isHigh)
    {
        if (_select is not null)
        {
            _clock.Wait(SelectNanoseconds);
            _select(isHigh, _clock.Nanoseconds);
        }
    }

    /// <summary>What was refused first is what the host must hear, also where the rise is too early in turn.</summary>
    void DeselectAfterRefusal()
    {
        try
        {
            Select(isHigh: true);
        }
        catch (TimingViolationException)
        {
            // The line is high in any case.
        }
    }

    void Shift(ReadOnlySpan<byte> output, Span<byte> input, int count)
    {
        var start = _clock.Nanoseconds;
        var (toAdc, toDac) = (_adc.IsSelected && _faults.AdcSilent == AdcSilence.None, _dac.IsSelected);
        CheckBus(_adc.IsSelected, toDac);
        try
        {
            for (var i = 0; i < count; i++)
            {
                var firstRise = start + (long)(i * _byteNanoseconds);
                var lastFall = start + (long)(i * _byteNanoseconds + _lastFallNanoseconds);
                var sent = output.IsEmpty ? (byte)0 : output[i];
                var received = toAdc ? _adc.Exchange(sent, firstRise, lastFall) : (byte)0;
                if (toDac)
                {
                    _dac.Exchange(sent, lastFall);
                }
                if (!input.IsEmpty)
                {
                    input[i] = _faults.Received(received, _adc.IsSelected);
                }
            }
        }
        finally
        {
            // A refusal must not leave the host in the past, or raising CS after it would be refused too and hide the first.
            _clock.WaitUntil(start + (long)Math.Ceiling(count * _byteNanoseconds));
        }
    }

    void CheckBus(bool toAdc, bool toDac)
    {
        if ((toAdc || toDac) && _settings.Mode != SpiMode.Mode1)
        {
            throw new TimingViolationException("mode", $"SPI mode {(int)_settings.Mode}, both data sheets ask for mode 1 (CPOL 0, CPHA 1: data are taken on the falling edge)");
        }
        if (toAdc)
        {
            _adc.CheckClock(_hertz);
        }
        if (toDac)
        {
            EmulatedDac8552.CheckClock(_hertz);
        }
    }
}
