using System.Device.Spi;

namespace CoinRig.Spi;

/// <summary>
/// A transport over any <see cref="SpiDevice"/> whose own select line the chip hangs on: an operation is one full-duplex transfer, and its
/// pause is what a slow clock leaves between two bytes by itself, half a period. The ADS1256 needs 50 periods of 7.68 MHz between
/// command and data (t6), so its clock is at most 76.8 kHz.
/// </summary>
/// <remarks>
/// <code>
/// CS   ‾‾\_______________________________________/‾‾‾
/// SCLK     [ command ][ answer ]                      75 kHz: 6.67 us from the last falling to the next rising edge
/// </code>
/// </remarks>
public sealed class SlowTransport : ISpiTransport
{
    /// <summary>SPI clock to open the device with, Hz: half its period is 6.67 us, more than t6 of the ADS1256 (6.51 us).</summary>
    public const int SpiClockFrequency = 75_000;

    readonly SpiDevice _spi;
    readonly FrameBytes _bytes = new();

    /// <param name="spi">The chip, which the transport then owns.</param>
    public SlowTransport(SpiDevice spi)
    {
        ArgumentNullException.ThrowIfNull(spi);
        _spi = spi;
        ClockFrequency = spi.ConnectionSettings.ClockFrequency;
    }

    /// <inheritdoc/>
    public int ClockFrequency { get; }

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> bytes) => _spi.Write(bytes);

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">The clock is too fast for the pause.</exception>
    public void Write(ReadOnlySpan<byte> first, long pauseNanoseconds, ReadOnlySpan<byte> second)
    {
        RequirePause(pauseNanoseconds);
        var output = _bytes.Join(first, second);
        _spi.Write(output);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">The clock is too fast for the pause.</exception>
    public void WriteRead(ReadOnlySpan<byte> command, long pauseNanoseconds, Span<byte> answer)
    {
        if (!command.IsEmpty)
        {
            RequirePause(pauseNanoseconds);
        }
        var output = _bytes.Join(command, answer.Length);
        var input = _bytes.Input(output.Length);
        _spi.TransferFullDuplex(output, input);
        input[command.Length..].CopyTo(answer);
    }

    /// <inheritdoc/>
    public void Dispose() => _spi.Dispose();

    void RequirePause(long nanoseconds)
    {
        if (nanoseconds * 2 > 1_000_000_000L / ClockFrequency)
        {
            throw new ArgumentOutOfRangeException(nameof(nanoseconds), nanoseconds, $"At {ClockFrequency} Hz the clock itself leaves "
                + $"{500_000_000L / ClockFrequency} ns between two bytes, and {nanoseconds} ns are asked for: open the bus with at most "
                + $"{500_000_000L / nanoseconds} Hz ({SpiClockFrequency} Hz suits the ADS1256), or use another transport.");
        }
    }
}
