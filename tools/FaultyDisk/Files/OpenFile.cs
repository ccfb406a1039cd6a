namespace CoinRig.FaultyDisk;

/// <summary>A file that somebody has open.</summary>
/// <param name="disk">The disk.</param>
/// <param name="file">The file.</param>
/// <param name="path">Its name when it was opened; empty for one without.</param>
/// <param name="process">Of which process it is.</param>
sealed class OpenFile(Disk disk, DiskFile file, string path, int process)
{
    internal Disk Disk => disk;

    internal DiskFile File => file;

    internal string Path => path;

    internal int Process => process;

    /// <summary>Whether it is deleted when it is closed.</summary>
    internal bool IsTemporary { get; init; }

    /// <summary>Whether its first sync syncs its folder, too, as SQLite does for journals that it made.</summary>
    internal bool SyncsFolder { get; set; }

    /// <summary>The memory that it shares; its own also after the process was killed.</summary>
    internal SharedMemory? Memory { get; set; }
}
