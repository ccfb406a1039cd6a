using System.Device.Spi;
using CoinRig.Clock;

namespace CoinRig.Twin;

/// <summary>
/// The SPI bus with both chips on it. Which chip listens is decided by the select lines, as on the board; with none, MISO reads 0 (the
/// Pi's pull-down). A transfer takes its bits over the clock frequency of virtual time.
/// </summary>
public sealed class TwinSpiDevice : SpiDevice
{
    readonly VirtualClock _clock;
    readonly EmulatedAds1256 _adc;
    readonly EmulatedDac8552 _dac;
    readonly TwinFaults _faults;
    readonly SpiConnectionSettings _settings;
    readonly double _byteNanoseconds, _lastFallNanoseconds;
    readonly int _hertz;

    internal TwinSpiDevice(VirtualClock clock, EmulatedAds1256 adc, EmulatedDac8552 dac, TwinFaults faults, SpiConnectionSettings settings)
    {
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
    public override void Read(Span<byte> buffer) => Transfer(default, buffer, buffer.Length);

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer) => Transfer(buffer, default, buffer.Length);

    /// <inheritdoc/>
    public override void TransferFullDuplex(ReadOnlySpan<byte> writeBuffer, Span<byte> readBuffer)
    {
        if (writeBuffer.Length != readBuffer.Length)
        {
            throw new ArgumentException($"Full duplex takes two buffers of one length, not {writeBuffer.Length} and {readBuffer.Length} bytes.", nameof(readBuffer));
        }
        Transfer(writeBuffer, readBuffer, readBuffer.Length);
    }

    void Transfer(ReadOnlySpan<byte> output, Span<byte> input, int count)
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
