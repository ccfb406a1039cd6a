namespace CoinRig.FaultyDisk;

/// <summary>A change of a file that no sync has brought to the disk.</summary>
/// <param name="Order">Its place among all changes of the disk.</param>
/// <param name="Offset">Where in the file, bytes; of a truncation the new length.</param>
/// <param name="At">Where its bytes are in the file's journal; below 0 for a truncation.</param>
/// <param name="Count">How many bytes.</param>
readonly record struct PendingWrite(long Order, long Offset, int At, int Count)
{
    internal bool IsTruncation => At < 0;
}
