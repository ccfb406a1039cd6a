namespace CoinRig.Linux;

/// <summary>
/// A serial port by its device file: bytes as they are, 8N1, ours alone. Neither call waits, and neither allocates. Where the device goes away both do
/// nothing any more, and <see cref="Failure"/> says it.
/// </summary>
/// <remarks>
/// DTR and RTS are not touched: the kernel raises both together when the port is first opened, and does not drop them when it is closed (HUPCL is off).
/// The circuit that resets an ESP32 from USB acts on one without the other only.
/// </remarks>
public sealed class SerialDevice : IDisposable
{
    readonly DeviceFile _file;

    SerialDevice(DeviceFile file) => _file = file;

    /// <summary>Why it works no more; null while it does.</summary>
    public DeviceException? Failure { get; private set; }

    /// <summary>Opens a port.</summary>
    /// <param name="path">Its device file, such as /dev/serial0 or one of /dev/serial/by-id.</param>
    /// <param name="baud">Bits per second.</param>
    /// <exception cref="DeviceException">There is none, it may not be opened, another program has it, or it is no serial port.</exception>
    public static SerialDevice Open(string path, int baud)
    {
        var error = DeviceFile.TryOpenTerminal(path, out var file);
        if (file is null)
        {
            throw NotOpened(path, error);
        }
        try
        {
            var settings = default(TerminalSettings);
            if (-file.Control(SerialRequests.GetSettings, ref settings) is > 0 and var noTerminal)
            {
                throw new DeviceException(path, "is no serial port", noTerminal, "Give the device of the supervisor's line, such as /dev/serial0.");
            }
            // TIOCEXCL does not keep out root, and a lock only who asks for it.
            if (!file.TryLock())
            {
                throw NotOpened(path, ErrorNumber.Busy);
            }
            settings = TerminalSettings.Raw(baud);
            if (-file.Control(SerialRequests.SetSettings, ref settings) is > 0 and var refused)
            {
                throw new DeviceException(path, $"does not take {baud} baud, 8N1", refused, "Take a serial port that can: the Pi's own, or an adapter with CP2102, CH340 or FT232.");
            }
            _ = file.Control(SerialRequests.Exclude);
            _ = file.Control(SerialRequests.Forget, SerialRequests.BothDirections);
            return new SerialDevice(file);
        }
        catch (DeviceException)
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Takes what has come.</summary>
    /// <returns>Number of bytes; 0 where none have.</returns>
    public int Read(Span<byte> to)
    {
        if (Failure is not null || to.IsEmpty)
        {
            return 0;
        }
        var count = _file.Read(to);
        if (count <= 0)
        {
            Note(count);
        }
        return Math.Max(count, 0);
    }

    /// <summary>Sends bytes, as many as the line takes now.</summary>
    /// <returns>How many.</returns>
    public int Write(ReadOnlySpan<byte> bytes)
    {
        if (Failure is not null || bytes.IsEmpty)
        {
            return 0;
        }
        var count = _file.Write(bytes);
        if (count < 0)
        {
            Note(count);
        }
        return Math.Max(count, 0);
    }

    /// <summary>Gives the port back.</summary>
    public void Dispose() => _file.Dispose();

    /// <summary>A read of nothing means that the terminal was hung up: its adapter was pulled.</summary>
    void Note(int result)
    {
        if (-result is not (ErrorNumber.TryAgain or ErrorNumber.Interrupted))
        {
            Failure = new(_file.Name, "the serial port went away", -result, "Was its cable or adapter pulled? Plug it in again.");
        }
    }

    static DeviceException NotOpened(string path, int error) => new(path, "the serial port could not be opened", error, error switch
    {
        ErrorNumber.NoSuchFile => "Plug the supervisor in, or correct the name; 'ls /dev/serial/by-id /dev/serial0' shows what there is. On a Pi the port of the header needs enable_uart=1 in config.txt.",
        ErrorNumber.AccessDenied or ErrorNumber.NotPermitted => "Add the user to the group dialout (sudo usermod -aG dialout $USER) and log in again.",
        ErrorNumber.Busy => "Another program has it, such as a run or a service: end that first. On a Pi it may be the login console (raspi-config, Interface, Serial Port).",
        _ => "Is it the device of the supervisor's line?",
    });
}
