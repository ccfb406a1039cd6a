using System.Globalization;

namespace CoinRig.Linux;

/// <summary>
/// A serial line without electronics: what is written here can be read at the device file <see cref="Path"/>, and the other way round (pty(7)).
/// For a supervisor that is a process, and for tests.
/// </summary>
public sealed class PseudoTerminal : IDisposable
{
    const int Baud = 115_200;
    const string Multiplexer = "/dev/ptmx";
    const string NoneLeft = "Mount devpts, or end programs that hold pseudo-terminals.";

    readonly DeviceFile _file;

    PseudoTerminal(DeviceFile file, string path) => (_file, Path) = (file, path);

    /// <summary>The device file of the other end.</summary>
    public string Path { get; }

    /// <summary>Makes one.</summary>
    /// <exception cref="DeviceException">The system has none.</exception>
    public static PseudoTerminal Create()
    {
        var error = DeviceFile.TryOpenTerminal(Multiplexer, out var file);
        if (file is null)
        {
            throw new DeviceException(Multiplexer, "no pseudo-terminal could be made", error, NoneLeft);
        }
        var (isLocked, number) = (0, 0);
        if (file.Control(SerialRequests.SetLock, ref isLocked) < 0 || file.Control(SerialRequests.GetNumber, ref number) < 0)
        {
            file.Dispose();
            throw new DeviceException(Multiplexer, "the other end of a pseudo-terminal could not be had", 0, NoneLeft);
        }
        // Set on this end it holds for the other, so that nothing is echoed before that is opened.
        var settings = TerminalSettings.Raw(Baud);
        _ = file.Control(SerialRequests.SetSettings, ref settings);
        return new PseudoTerminal(file, string.Create(CultureInfo.InvariantCulture, $"/dev/pts/{number}"));
    }

    /// <summary>Takes what the other end sent.</summary>
    /// <returns>Number of bytes; 0 where none have come, or nobody has the other end open.</returns>
    public int Read(Span<byte> to) => Math.Max(_file.Read(to), 0);

    /// <summary>Sends bytes to the other end, as many as it takes now.</summary>
    /// <returns>How many.</returns>
    public int Write(ReadOnlySpan<byte> bytes) => Math.Max(_file.Write(bytes), 0);

    /// <summary>Pulls the cable: the other end is hung up.</summary>
    public void Dispose() => _file.Dispose();
}
