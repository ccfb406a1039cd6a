using System.Device.Spi;
using CoinRig.Linux;

namespace CoinRig.Spi;

/// <summary>
/// A chip on the kernel's SPI bus, /dev/spidevB.C. Unlike the library's device it carries messages of several segments, allocates nothing,
/// repeats what a signal interrupted, notices a short transfer, and says what to do about an error.
/// </summary>
public sealed unsafe class SpidevDevice : SpiDevice, ISpiMessages
{
    const int MostSegments = 8;
    const byte BitsPerWord = 8;

    readonly SpiConnectionSettings _settings;
    readonly DeviceFile _file;

    SpidevDevice(DeviceFile file, SpiConnectionSettings settings) => (_file, _settings) = (file, settings);

    /// <inheritdoc/>
    public override SpiConnectionSettings ConnectionSettings => _settings;

    /// <inheritdoc/>
    public int ClockFrequency => _settings.ClockFrequency;

    /// <summary>The device file of a bus and a select line.</summary>
    public static string PathOf(int bus, int chipSelect) => $"/dev/spidev{bus}.{chipSelect}";

    /// <summary>Opens the device and sets mode, word length and clock.</summary>
    /// <exception cref="DeviceException">It is not there, may not be opened or does not take the mode.</exception>
    public static SpidevDevice Open(SpiConnectionSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.DataBitLength != BitsPerWord || settings.DataFlow != DataFlow.MsbFirst)
        {
            throw new ArgumentException("Words of 8 bits with the most significant bit first are what every Pi can send.", nameof(settings));
        }
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(settings.ClockFrequency, nameof(settings));
        var path = PathOf(settings.BusId, settings.ChipSelectLine);
        var error = DeviceFile.TryOpen(path, out var file);
        var device = new SpidevDevice(file ?? throw new DeviceException(path, "it could not be opened", error, SpidevCures.OfOpening(error)), settings);
        try
        {
            device.Configure();
        }
        catch
        {
            file.Dispose();
            throw;
        }
        return device;
    }

    /// <inheritdoc/>
    public override void Read(Span<byte> buffer) => Transfer([new SpiSegment(buffer.Length, 0)], default, buffer);

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer) => Transfer([new SpiSegment(buffer.Length, 0)], buffer, default);

    /// <inheritdoc/>
    public override void TransferFullDuplex(ReadOnlySpan<byte> writeBuffer, Span<byte> readBuffer) =>
        Transfer([new SpiSegment(writeBuffer.Length, 0)], writeBuffer, readBuffer);

    /// <inheritdoc/>
    /// <exception cref="DeviceException">The message was not carried out, or only in part.</exception>
    public void Transfer(ReadOnlySpan<SpiSegment> segments, ReadOnlySpan<byte> output, Span<byte> input)
    {
        var length = RequireLength(segments, output.Length, input.Length);
        var transfers = stackalloc SpidevTransfer[segments.Length];
        fixed (byte* sent = output, received = input)
        {
            var start = 0;
            for (var i = 0; i < segments.Length; i++)
            {
                transfers[i] = new SpidevTransfer
                {
                    Output = sent is null ? 0 : (ulong)(sent + start),
                    Input = received is null ? 0 : (ulong)(received + start),
                    Length = (uint)segments[i].Length,
                    Hertz = (uint)_settings.ClockFrequency,
                    DelayMicroseconds = segments[i].PauseMicroseconds,
                    BitsPerWord = BitsPerWord,
                };
                start += segments[i].Length;
            }
            Check(_file.Control(SpidevRequests.Message(segments.Length), ref transfers[0]), length);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _file.Dispose();
        }
        base.Dispose(disposing);
    }

    static int RequireLength(ReadOnlySpan<SpiSegment> segments, int output, int input)
    {
        if (segments.Length is 0 or > MostSegments)
        {
            throw new ArgumentException($"A message has 1 to {MostSegments} segments.", nameof(segments));
        }
        var length = 0;
        foreach (var segment in segments)
        {
            length += segment.Length;
        }
        return length > 0 && (output == 0 || output == length) && (input == 0 || input == length) ? length
            : throw new ArgumentException($"The segments have {length} bytes together, the output {output} and the input {input}: they must agree.", nameof(segments));
    }

    void Configure()
    {
        var mode = (byte)_settings.Mode;
        var bits = BitsPerWord;
        var hertz = (uint)_settings.ClockFrequency;
        Check(_file.Control(SpidevRequests.WriteMode, ref mode), $"it does not take SPI mode {mode}");
        Check(_file.Control(SpidevRequests.WriteBitsPerWord, ref bits), "it does not take words of 8 bits");
        Check(_file.Control(SpidevRequests.WriteMaximumHertz, ref hertz), $"it does not take a clock of {hertz} Hz");

        void Check(int result, string what)
        {
            if (result < 0)
            {
                throw new DeviceException(_file.Name, what, -result, SpidevCures.OfTransfers(-result));
            }
        }
    }

    void Check(int result, int length)
    {
        if (result != length)
        {
            throw result < 0
                ? new DeviceException(_file.Name, "a transfer failed", -result, SpidevCures.OfTransfers(-result))
                : new DeviceException(_file.Name, $"a transfer carried {result} of {length} bytes", 0, SpidevCures.OfTransfers(ErrorNumber.InputOutput));
        }
    }
}
