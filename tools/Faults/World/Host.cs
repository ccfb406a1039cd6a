using CoinRig.Gateway;

namespace CoinRig.Faults;

/// <summary>The computer's files in which it tells of its supply; made only where somebody looks or a supply sags.</summary>
sealed class Host : IDisposable
{
    const string Throttled = "/sys/devices/platform/soc/soc:firmware/get_throttled";

    DirectoryInfo? _root;

    /// <summary>The files.</summary>
    internal HostFiles Files => new((_root ??= Directory.CreateTempSubdirectory("coinrig-host")).FullName);

    /// <summary>The supply sags, or is well again.</summary>
    internal void Sag(bool isLow)
    {
        var path = Files.PathOf(Throttled);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, isLow ? "50005" : "50000");
    }

    public void Dispose() => _root?.Delete(recursive: true);
}
