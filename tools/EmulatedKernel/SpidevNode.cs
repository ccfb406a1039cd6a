using System.Device.Spi;
using CoinRig.Linux;
using CoinRig.Spi;

namespace CoinRig.EmulatedKernel;

/// <summary>/dev/spidevB.C over a device in this process, decoded by the offsets of linux/spi/spidev.h and checked as drivers/spi/spidev.c does.</summary>
/// <param name="open">Opens what hangs on the bus.</param>
/// <param name="bus">B.</param>
/// <param name="chipSelect">C.</param>
public sealed unsafe class SpidevNode(Func<SpiConnectionSettings, SpiDevice> open, int bus, int chipSelect) : DeviceNode
{
    const int TransferBytes = 32, LargestMessage = 4096, MostHertz = 125_000_000;

    /// <summary>How many bytes a message says to have carried less than it was given.</summary>
    public int ShortBy { get; set; }

    /// <summary>How many messages were carried out.</summary>
    public long Messages { get; private set; }

    /// <inheritdoc/>
    protected internal override int GoneError => ErrorNumber.Shutdown;

    /// <inheritdoc/>
    protected internal override OpenFile Open(Kernel kernel) => new File(this);

    sealed class File(SpidevNode node) : OpenFile(node)
    {
        SpiMode _mode = SpiMode.Mode0;
        uint _hertz = MostHertz;
        SpiDevice? _device;
        int _deviceHertz;

        /// <inheritdoc/>
        protected internal override int Control(uint request, byte* argument)
        {
            switch (request)
            {
                case 0x4001_6B01:
                    if (*argument > 3)
                    {
                        return -ErrorNumber.Invalid;
                    }
                    (_mode, _device) = ((SpiMode)(*argument), null);
                    return 0;
                case 0x4001_6B03:
                    return *argument == 8 ? 0 : -ErrorNumber.Invalid;
                case 0x4004_6B04:
                    _hertz = *(uint*)argument;
                    return _hertz == 0 ? -ErrorNumber.Invalid : 0;
                default:
                    return (request & 0xC000_FFFF) == 0x4000_6B00 ? Message(argument, (int)(request >> 16 & 0x3FFF)) : Unknown;
            }
        }

        int Message(byte* transfers, int bytes)
        {
            if (bytes == 0 || bytes % TransferBytes != 0)
            {
                return -ErrorNumber.Invalid;
            }
            var segments = new SpiSegment[bytes / TransferBytes];
            var total = 0;
            var hertz = (int)_hertz;
            for (var i = 0; i < segments.Length; i++)
            {
                var transfer = transfers + i * TransferBytes;
                var (length, speed, delay, bits, change) = (*(int*)(transfer + 16), *(int*)(transfer + 20), *(ushort*)(transfer + 24), transfer[26], transfer[27]);
                if (bits is not (0 or 8) || change != 0 || *(uint*)(transfer + 28) != 0 || length < 0)
                {
                    return -ErrorNumber.Invalid;
                }
                segments[i] = new SpiSegment(length, delay);
                total += length;
                hertz = speed == 0 ? (int)_hertz : speed;
            }
            return total > LargestMessage ? -ErrorNumber.MessageTooLong : Carry(transfers, segments, total, hertz);
        }

        int Carry(byte* transfers, SpiSegment[] segments, int total, int hertz)
        {
            var (output, input) = (new byte[total], new byte[total]);
            for (var (i, start) = (0, 0); i < segments.Length; start += segments[i++].Length)
            {
                var from = *(ulong*)(transfers + i * TransferBytes);
                if (from != 0)
                {
                    new ReadOnlySpan<byte>((void*)from, segments[i].Length).CopyTo(output.AsSpan(start));
                }
            }
            ((ISpiMessages)Device(hertz)).Transfer(segments, output, input);
            for (var (i, start) = (0, 0); i < segments.Length; start += segments[i++].Length)
            {
                var to = *(ulong*)(transfers + i * TransferBytes + 8);
                if (to != 0)
                {
                    input.AsSpan(start, segments[i].Length).CopyTo(new Span<byte>((void*)to, segments[i].Length));
                }
            }
            node.Messages++;
            return total - Math.Min(total, node.ShortBy);
        }

        SpiDevice Device(int hertz)
        {
            if (_device is null || _deviceHertz != hertz)
            {
                _device = node.OpenDevice(_mode, hertz);
                _deviceHertz = hertz;
            }
            return _device;
        }
    }

    SpiDevice OpenDevice(SpiMode mode, int hertz) => open(new SpiConnectionSettings(bus, chipSelect) { Mode = mode, ClockFrequency = hertz });
}
