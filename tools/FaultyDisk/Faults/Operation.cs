namespace CoinRig.FaultyDisk;

/// <summary>What is asked of a disk.</summary>
enum Operation
{
    Read,
    Write,
    Truncate,
    Sync,
    MakeName,
    DeleteName,
    SyncFolder,
}
