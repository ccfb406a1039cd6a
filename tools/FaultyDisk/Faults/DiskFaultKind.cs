namespace CoinRig.FaultyDisk;

/// <summary>What goes wrong with a disk.</summary>
public enum DiskFaultKind
{
    /// <summary>Of a write to a file nothing is taken (EIO).</summary>
    WriteError,

    /// <summary>Of a write to a file the first bytes are taken, then EIO.</summary>
    ShortWrite,

    /// <summary>An fsync of a file or a folder fails: some of what it was to bring to the disk is there, the rest never comes there, though it is still seen.</summary>
    SyncError,

    /// <summary>A sync says that it is done and does nothing, as a disk that lies.</summary>
    SyncIgnored,

    /// <summary>A read of a file fails (EIO).</summary>
    ReadError,

    /// <summary>A change takes long: <see cref="DiskFault.Amount"/> nanoseconds.</summary>
    Slow,

    /// <summary>The disk has <see cref="DiskFault.Amount"/> bytes left from this change on.</summary>
    Full,

    /// <summary>The power goes at this change, which may be torn; all later ones are refused until <see cref="Disk.Restart"/>.</summary>
    PowerCut,

    /// <summary>The process is killed at this change, which is still done; whatever it had open is refused from then on, and what it wrote stays.</summary>
    ProcessKilled,
}
