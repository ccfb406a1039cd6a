namespace CoinRig.FaultyDisk;

/// <summary>What a disk answers.</summary>
enum DiskError
{
    None,
    Io,
    Full,
    NotFound,
    Exists,
}
