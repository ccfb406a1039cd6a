using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CoinRig.Spi;

namespace CoinRig.Linux.Tests;

/// <summary>Sizes, offsets and request numbers against the installed kernel headers.</summary>
[TestClass]
public sealed class StructureTests
{
    [TestMethod]
    public void SpidevTransfer_HasTheLayoutOfTheHeaders() => AssertLayout<SpidevTransfer>("struct spi_ioc_transfer",
        (nameof(SpidevTransfer.Output), "tx_buf"), (nameof(SpidevTransfer.Input), "rx_buf"), (nameof(SpidevTransfer.Length), "len"),
        (nameof(SpidevTransfer.Hertz), "speed_hz"), (nameof(SpidevTransfer.DelayMicroseconds), "delay_usecs"),
        (nameof(SpidevTransfer.BitsPerWord), "bits_per_word"), (nameof(SpidevTransfer.ChangesSelect), "cs_change"),
        (nameof(SpidevTransfer.OutputLanes), "tx_nbits"), (nameof(SpidevTransfer.InputLanes), "rx_nbits"),
        (nameof(SpidevTransfer.WordDelayMicroseconds), "word_delay_usecs"));

    [TestMethod]
    public void GpioStructures_HaveTheLayoutOfTheHeaders()
    {
        AssertLayout<GpioChipInfo>("struct gpiochip_info", (nameof(GpioChipInfo.Label), "label"), (nameof(GpioChipInfo.Lines), "lines"));
        AssertLayout<GpioLineInfo>("struct gpio_v2_line_info", (nameof(GpioLineInfo.Consumer), "consumer"), (nameof(GpioLineInfo.Offset), "offset"),
            (nameof(GpioLineInfo.Flags), "flags"));
        AssertLayout<GpioLineConfiguration>("struct gpio_v2_line_config", (nameof(GpioLineConfiguration.Flags), "flags"),
            (nameof(GpioLineConfiguration.AttributeCount), "num_attrs"), (nameof(GpioLineConfiguration.AttributeId), "attrs[0].attr.id"),
            (nameof(GpioLineConfiguration.AttributeValues), "attrs[0].attr.values"), (nameof(GpioLineConfiguration.AttributeMask), "attrs[0].mask"));
        AssertLayout<GpioLineRequest>("struct gpio_v2_line_request", (nameof(GpioLineRequest.Offset), "offsets"), (nameof(GpioLineRequest.Consumer), "consumer"),
            (nameof(GpioLineRequest.Configuration), "config"), (nameof(GpioLineRequest.LineCount), "num_lines"), (nameof(GpioLineRequest.Descriptor), "fd"));
        AssertLayout<GpioLineValues>("struct gpio_v2_line_values", (nameof(GpioLineValues.Bits), "bits"), (nameof(GpioLineValues.Mask), "mask"));
    }

    [TestMethod]
    public void Requests_AreThoseOfTheHeaders()
    {
        AssertNumber("SPI_IOC_WR_MODE", SpidevRequests.WriteMode);
        AssertNumber("SPI_IOC_WR_BITS_PER_WORD", SpidevRequests.WriteBitsPerWord);
        AssertNumber("SPI_IOC_WR_MAX_SPEED_HZ", SpidevRequests.WriteMaximumHertz);
        AssertNumber("SPI_IOC_MESSAGE(1)", SpidevRequests.Message(1));
        AssertNumber("SPI_IOC_MESSAGE(2)", SpidevRequests.Message(2));
        AssertNumber("SPI_IOC_MESSAGE(8)", SpidevRequests.Message(8));
        AssertNumber("GPIO_GET_CHIPINFO_IOCTL", GpioRequests.GetChipInfo);
        AssertNumber("GPIO_V2_GET_LINEINFO_IOCTL", GpioRequests.GetLineInfo);
        AssertNumber("GPIO_V2_GET_LINE_IOCTL", GpioRequests.GetLine);
        AssertNumber("GPIO_V2_LINE_SET_CONFIG_IOCTL", GpioRequests.SetConfiguration);
        AssertNumber("GPIO_V2_LINE_GET_VALUES_IOCTL", GpioRequests.GetValues);
        AssertNumber("GPIO_V2_LINE_SET_VALUES_IOCTL", GpioRequests.SetValues);
        AssertNumber("GPIO_V2_LINE_ATTR_ID_OUTPUT_VALUES", GpioRequests.OutputValues);
        AssertNumber("GPIO_V2_LINE_FLAG_USED", (long)GpioLineFlags.Used);
        AssertNumber("GPIO_V2_LINE_FLAG_INPUT", (long)GpioLineFlags.Input);
        AssertNumber("GPIO_V2_LINE_FLAG_OUTPUT", (long)GpioLineFlags.Output);
        AssertNumber("GPIO_V2_LINE_FLAG_BIAS_PULL_UP", (long)GpioLineFlags.PullUp);
        AssertNumber("GPIO_V2_LINE_FLAG_BIAS_PULL_DOWN", (long)GpioLineFlags.PullDown);
    }

    [TestMethod]
    public void SerialRequests_AreThoseOfTheHeaders()
    {
        AssertLayout<TerminalSettings>("struct termios2", (nameof(TerminalSettings.InputModes), "c_iflag"), (nameof(TerminalSettings.OutputModes), "c_oflag"),
            (nameof(TerminalSettings.ControlModes), "c_cflag"), (nameof(TerminalSettings.LocalModes), "c_lflag"), (nameof(TerminalSettings.LineDiscipline), "c_line"),
            (nameof(TerminalSettings.Characters), "c_cc"), (nameof(TerminalSettings.InputSpeed), "c_ispeed"), (nameof(TerminalSettings.OutputSpeed), "c_ospeed"));
        AssertNumber("TCGETS2", SerialRequests.GetSettings);
        AssertNumber("TCSETS2", SerialRequests.SetSettings);
        AssertNumber("TCFLSH", SerialRequests.Forget);
        AssertNumber("TIOCEXCL", SerialRequests.Exclude);
        AssertNumber("TIOCGPTN", SerialRequests.GetNumber);
        AssertNumber("TIOCSPTLCK", SerialRequests.SetLock);
        AssertNumber("BOTHER", SerialRequests.SpeedByNumber);
        AssertNumber("CS8", SerialRequests.EightBits);
        AssertNumber("CREAD", SerialRequests.Receives);
        AssertNumber("CLOCAL", SerialRequests.IgnoresModemLines);
        AssertNumber("VMIN", SerialRequests.LeastNumber);
        AssertNumber("TCIOFLUSH", SerialRequests.BothDirections);
    }

    static void AssertNumber(string name, long ours) => Assert.AreEqual(KernelHeaders.Number(name), ours, name);

    static void AssertLayout<T>(string structure, params (string Ours, string Theirs)[] fields) where T : unmanaged
    {
        AssertNumber(structure, Unsafe.SizeOf<T>());
        foreach (var (ours, theirs) in fields)
        {
            AssertNumber($"{structure}.{theirs}", Marshal.OffsetOf<T>(ours));
        }
    }
}
