namespace CoinRig.Linux;

/// <summary>Brings the names in a folder to the disk: without that a new or renamed file may be gone after a power cut, however well its content was synced (fsync(2)).</summary>
public static class FolderSync
{
    /// <summary>O_RDONLY | O_CLOEXEC.</summary>
    const int ReadCloseOnExec = 0x80000;

    /// <summary>Flushes a folder. File systems that cannot do that, and systems other than Linux, need none.</summary>
    public static void Flush(string folder)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }
        var descriptor = Libc.Open(folder, ReadCloseOnExec, 0);
        if (descriptor >= 0)
        {
            _ = Libc.Flush(descriptor);
            _ = Libc.Close(descriptor);
        }
    }
}
