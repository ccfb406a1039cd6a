using System.Globalization;
using CoinRig.Clock;

namespace CoinRig.Gateway;

/// <summary>The folder that runs are written to: whether it takes files, how long the disk takes to have one, and how much it can still hold.</summary>
/// <param name="LeastBytes">What must be free: a month of samples ten times a second.</param>
/// <param name="LongestSeconds">A commit once a second must be done well before the next.</param>
sealed record DiskCheck(long LeastBytes = 500_000_000, double LongestSeconds = 0.5)
{
    /// <summary>A commit of a run file is some of these.</summary>
    const int Writes = 20, BytesAWrite = 4096;

    internal Finding? Look(string folder, IRigClock clock, List<string> measured)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var free = new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace;
            var (middle, longest) = SyncSeconds(folder, clock);
            measured.Add(string.Create(CultureInfo.InvariantCulture, $"runs folder: {free / 1e9:0.0} GB free; {BytesAWrite} bytes on the disk in {middle * 1e3:0.0} ms (median), {longest * 1e3:0.0} ms (longest of {Writes})"));
            return free < LeastBytes ? new(0, "disk-full", $"{free / 1e6:0} MB are free where runs go; a month takes up to {LeastBytes / 1e6:0} MB.")
                : longest > LongestSeconds ? new(0, "card-slow", $"{BytesAWrite} bytes take up to {longest * 1e3:0} ms to be on the disk.")
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(0, "folder-not-writable", $"Runs cannot be written to '{folder}': {e.Message}");
        }
    }

    static (double Middle, double Longest) SyncSeconds(string folder, IRigClock clock)
    {
        var path = Path.Combine(folder, $".doctor-{Guid.NewGuid():n}");
        try
        {
            using var file = File.Create(path);
            var seconds = new double[Writes];
            var bytes = new byte[BytesAWrite];
            for (var i = 0; i < Writes; i++)
            {
                var start = clock.Nanoseconds;
                file.Write(bytes);
                file.Flush(flushToDisk: true);
                seconds[i] = (clock.Nanoseconds - start) * 1e-9;
            }
            Array.Sort(seconds);
            return (seconds[Writes / 2], seconds[^1]);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
