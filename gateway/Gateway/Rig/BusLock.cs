using System.Globalization;

namespace CoinRig.Gateway;

/// <summary>
/// One program at a time drives a board: two would select both chips at once and move each other's relays. The lock is the
/// system's (flock), so that it ends with its holder however that ends; the file that it is on stays.
/// </summary>
sealed class BusLock : IDisposable
{
    /// <summary>Where every user may have locks; a system without it has a folder for temporary files.</summary>
    const string SystemFolder = "/run/lock";

    const UnixFileMode Everybody = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <summary>Where lock files are. An emulated computer has a place of its own.</summary>
    internal static string Folder { get; set; } = Directory.Exists(SystemFolder) ? SystemFolder : Path.GetTempPath();

    readonly FileStream _file;

    BusLock(FileStream file) => _file = file;

    /// <summary>Locks a bus.</summary>
    /// <param name="bus">The SPI bus.</param>
    /// <exception cref="RefusedException">Another program has it.</exception>
    internal static BusLock Take(int bus)
    {
        var path = Path.Combine(Folder, $"coinrig-spi{bus}.lock");
        try
        {
            var isNew = !File.Exists(path);
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            if (isNew && !OperatingSystem.IsWindows())
            {
                // Whatever the umask, the next user must be able to lock it too.
                File.SetUnixFileMode(path, Everybody);
            }
            file.SetLength(0);
            file.Write(System.Text.Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
            file.Flush();
            return new BusLock(file);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new RefusedException($"The lock of SPI bus {bus} may not be opened by this user ({path}): delete it with sudo.", e);
        }
        catch (IOException e)
        {
            throw new RefusedException($"Another CoinRig drives the board on SPI bus {bus} (lock {path}). End that run first ('sudo fuser -v {path}' shows whose it is); two programs on one board would move each other's relays.", e);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
