namespace CoinRig.Linux;

/// <summary>One claimed GPIO line. Reading and writing allocate nothing.</summary>
sealed class GpioLine(DeviceFile file, int offset) : IDisposable
{
    internal const string Gone = "The GPIO driver failed or went away. Take the cells out, restart the Pi, and look into 'dmesg' for the reason.";

    /// <summary>Sets direction, pull and, of an output, the level from its first moment on.</summary>
    internal void Configure(GpioLineFlags flags, bool isHigh)
    {
        var configuration = new GpioLineConfiguration { Flags = flags };
        if (flags.HasFlag(GpioLineFlags.Output))
        {
            configuration.AttributeCount = 1;
            configuration.AttributeId = GpioRequests.OutputValues;
            configuration.AttributeValues = isHigh ? 1u : 0;
            configuration.AttributeMask = 1;
        }
        Check(file.Control(GpioRequests.SetConfiguration, ref configuration), "its direction could not be set");
    }

    internal bool Read()
    {
        var values = new GpioLineValues { Mask = 1 };
        Check(file.Control(GpioRequests.GetValues, ref values), "its level could not be read");
        return (values.Bits & 1) != 0;
    }

    internal void Write(bool isHigh)
    {
        var values = new GpioLineValues { Bits = isHigh ? 1u : 0, Mask = 1 };
        Check(file.Control(GpioRequests.SetValues, ref values), "its level could not be written");
    }

    /// <summary>Gives the line back; the kernel makes it what it was made at start, an input unless config.txt says otherwise.</summary>
    public void Dispose() => file.Dispose();

    void Check(int result, string what)
    {
        if (result < 0)
        {
            throw new DeviceException($"GPIO {offset}", what, -result, Gone);
        }
    }
}
