namespace CoinRig.Gateway;

/// <summary>Space on the disk of a folder.</summary>
/// <param name="FreeBytes">Free, for us.</param>
/// <param name="TotalBytes">All of it.</param>
readonly record struct DiskSpace(long FreeBytes, long TotalBytes)
{
    /// <summary>The part that is free, 1.</summary>
    internal double FreePart => TotalBytes > 0 ? FreeBytes / (double)TotalBytes : 1;

    /// <summary>Looks; null where the disk does not say.</summary>
    internal static DiskSpace? Of(string folder)
    {
        try
        {
            var drive = new DriveInfo(Path.GetFullPath(folder));
            return new(drive.AvailableFreeSpace, drive.TotalSize);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
