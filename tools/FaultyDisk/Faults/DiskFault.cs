namespace CoinRig.FaultyDisk;

/// <summary>
/// Something that goes wrong. It counts from the moment at which it is given to the disk: writes for write faults, syncs for sync faults, reads
/// for read faults, and for all others every change (write, truncation, sync, a name that is made, deleted or synced).
/// </summary>
/// <param name="Kind">What.</param>
/// <param name="At">At which, from 1.</param>
/// <param name="Count">How often in a row; <see cref="Lasting"/> for good.</param>
/// <param name="Amount">Bytes or nanoseconds, as the kind says.</param>
public sealed record DiskFault(DiskFaultKind Kind, long At, long Count = 1, long Amount = 0)
{
    /// <summary>For good.</summary>
    public const long Lasting = long.MaxValue / 2;
}
