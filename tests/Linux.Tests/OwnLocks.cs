using CoinRig.Gateway;

namespace CoinRig.Linux.Tests;

/// <summary>The emulated computers of this process are not the one that it runs on, nor that of another process: they lock elsewhere.</summary>
[TestClass]
public static class OwnLocks
{
    static DirectoryInfo? _folder;

    [AssemblyInitialize]
    public static void MakeFolder(TestContext context)
    {
        _folder = Directory.CreateTempSubdirectory("coinrig-locks");
        BusLock.Folder = _folder.FullName;
    }

    [AssemblyCleanup]
    public static void RemoveFolder() => _folder?.Delete(recursive: true);
}
