using System.Device.Gpio;
using System.Text;
using CoinRig.Linux;

namespace CoinRig.EmulatedKernel;

/// <summary>/dev/gpiochipN over a controller in this process, decoded by the offsets of linux/gpio.h and checked as drivers/gpio/gpiolib-cdev.c does.</summary>
/// <param name="lines">The lines.</param>
/// <param name="label">The chip's label.</param>
public sealed unsafe class GpioChipNode(GpioController lines, string label) : DeviceNode
{
    const int TextLength = 32;
    const ulong Used = 1, Input = 1 << 2, Output = 1 << 3, PullUp = 1 << 8, PullDown = 1 << 9;
    const uint OutputValues = 2;

    readonly Dictionary<int, string> _holders = [];

    /// <summary>The consumer of a line that something else holds, such as an overlay.</summary>
    public void Hold(int line, string consumer) => _holders[line] = consumer;

    /// <inheritdoc/>
    protected internal override int GoneError => ErrorNumber.NoSuchDevice;

    /// <inheritdoc/>
    protected internal override OpenFile Open(Kernel kernel) => new ChipFile(this, kernel);

    sealed class ChipFile(GpioChipNode node, Kernel kernel) : OpenFile(node)
    {
        /// <inheritdoc/>
        protected internal override int Control(uint request, byte* argument)
        {
            switch (request)
            {
                case 0x8044_B401:
                    Write(argument, "gpiochip0");
                    Write(argument + 32, node.Label);
                    *(int*)(argument + 64) = node.Lines;
                    return 0;
                case 0xC100_B405:
                    return Describe(*(int*)(argument + 64), argument);
                case 0xC250_B407:
                    return Request(*(int*)argument, argument);
                default:
                    return Unknown;
            }
        }

        int Describe(int line, byte* info)
        {
            if ((uint)line >= (uint)node.Lines)
            {
                return -ErrorNumber.Invalid;
            }
            var isHeld = node._holders.TryGetValue(line, out var consumer);
            Write(info + 32, consumer ?? "");
            *(ulong*)(info + 72) = isHeld ? Used : 0;
            return 0;
        }

        int Request(int line, byte* request)
        {
            if (*(uint*)(request + 560) != 1 || (uint)line >= (uint)node.Lines)
            {
                return -ErrorNumber.Invalid;
            }
            if (node._holders.ContainsKey(line))
            {
                return -ErrorNumber.Busy;
            }
            node._holders[line] = Encoding.ASCII.GetString(request + 256, TextLength).TrimEnd('\0');
            node.Controller.OpenPin(line);
            var file = new LineFile(node, line);
            var configured = file.Configure(request + 288);
            if (configured < 0)
            {
                file.Close();
                return configured;
            }
            *(int*)(request + 588) = kernel.Descriptor(file);
            return 0;
        }

        static void Write(byte* to, string text)
        {
            var bytes = new Span<byte>(to, TextLength);
            bytes.Clear();
            Encoding.ASCII.GetBytes(text, bytes);
        }
    }

    sealed class LineFile(GpioChipNode node, int line) : OpenFile(node)
    {
        /// <inheritdoc/>
        protected internal override int Control(uint request, byte* argument)
        {
            var values = (ulong*)argument;
            switch (request)
            {
                case 0xC110_B40D:
                    return Configure(argument);
                case 0xC010_B40E:
                    values[0] = (values[1] & 1) != 0 && node.Controller.Read(line) == PinValue.High ? 1u : 0;
                    return 0;
                case 0xC010_B40F when node.Controller.GetPinMode(line) != PinMode.Output:
                    return -ErrorNumber.NotPermitted;
                case 0xC010_B40F:
                    if ((values[1] & 1) != 0)
                    {
                        node.Controller.Write(line, (values[0] & 1) != 0 ? PinValue.High : PinValue.Low);
                    }
                    return 0;
                default:
                    return Unknown;
            }
        }

        /// <summary>Without a direction the line is left as it is.</summary>
        internal int Configure(byte* configuration)
        {
            var flags = *(ulong*)configuration;
            switch (flags)
            {
                case 0:
                    return 0;
                case Input or (Input | PullUp) or (Input | PullDown):
                    node.Controller.SetPinMode(line, flags == Input ? PinMode.Input : flags == (Input | PullUp) ? PinMode.InputPullUp : PinMode.InputPullDown);
                    return 0;
                case Output:
                    node.Controller.SetPinMode(line, PinMode.Output);
                    node.Controller.Write(line, IsHigh(configuration) ? PinValue.High : PinValue.Low);
                    return 0;
                default:
                    return -ErrorNumber.Invalid;
            }
        }

        static bool IsHigh(byte* configuration)
        {
            var count = *(int*)(configuration + 8);
            for (var attribute = configuration + 32; count-- > 0; attribute += 24)
            {
                if (*(uint*)attribute == OutputValues && (*(ulong*)(attribute + 16) & 1) != 0)
                {
                    return (*(ulong*)(attribute + 8) & 1) != 0;
                }
            }
            return false;
        }

        /// <summary>The level stays as it is, which is the worse of the two things that the Pi's drivers do.</summary>
        protected internal override void Close()
        {
            node._holders.Remove(line);
            node.Controller.ClosePin(line);
        }
    }

    GpioController Controller => lines;

    string Label => label;

    int Lines => lines.PinCount;
}
