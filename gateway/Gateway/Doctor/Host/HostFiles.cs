using CoinRig.Linux;

namespace CoinRig.Gateway;

/// <summary>The files in which a Linux computer shows how it is: /proc, /sys, /dev, /boot, /etc, /run below a root.</summary>
/// <param name="root">The root; "/" on the computer itself.</param>
sealed class HostFiles(string root = "/")
{
    static readonly string[] ConfigurationFiles = ["/boot/firmware/config.txt", "/boot/config.txt"];

    /// <summary>Where a path of the computer lies below the root.</summary>
    internal string PathOf(string path) => Path.Combine(root, path.TrimStart('/'));

    /// <summary>Whether there is such a file, whoever may open it.</summary>
    internal bool Exists(string path) => DeviceFile.Exists(PathOf(path));

    /// <summary>The text of a file; null where it is not there or not to be read.</summary>
    internal string? Text(string path)
    {
        try
        {
            return File.ReadAllText(PathOf(path)).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The folders and files in a folder, as paths of the computer; none where it is not there.</summary>
    internal IEnumerable<string> In(string path) => !Directory.Exists(PathOf(path)) ? []
        : Directory.EnumerateFileSystemEntries(PathOf(path)).Select(p => $"{path}/{Path.GetFileName(p)}").Order(StringComparer.Ordinal);

    /// <summary>The lines of a Raspberry Pi's config.txt that are in force, without spaces; null where there is no such file.</summary>
    internal IReadOnlyList<string>? BootConfiguration() => ConfigurationFiles.Select(Text).FirstOrDefault(t => t is not null) is not { } text ? null
        : [.. text.Split('\n').Select(l => l.Split('#')[0].Replace(" ", "", StringComparison.Ordinal).Trim()).Where(l => l.Length > 0)];
}
