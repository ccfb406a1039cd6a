using CoinRig.Runs;

namespace CoinRig.FaultyDisk;

/// <summary>A disk as the gateway sees it beside SQLite; its errors are those of the system's file system.</summary>
/// <param name="disk">The disk.</param>
/// <param name="vfs">SQLite's name for it.</param>
sealed class DiskPlace(Disk disk, string vfs) : RunPlace
{
    internal override string? Vfs => vfs;

    internal override bool FileExists(string path) => disk.IsFile(path);

    internal override bool FolderExists(string path) => disk.IsFolder(path);

    internal override long Length(string path) => With(path, make: false, exclusive: false, disk.Length);

    protected override void MakeFolders(string path) => Require(disk.MakeFolder(path), path);

    internal override void MakeFile(string path) => With(path, make: true, exclusive: true, static _ => 0);

    internal override void Write(string path, byte[] content) => With(path, make: true, exclusive: false, open =>
    {
        Require(disk.Truncate(open, 0), path);
        Require(disk.Write(open, 0, content), path);
        return 0;
    });

    internal override void Delete(string path)
    {
        if (disk.Delete(path, syncsFolder: false) is not DiskError.NotFound and var error)
        {
            Require(error, path);
        }
    }

    /// <summary>As the gateway's own, it tells nobody of an error.</summary>
    internal override void FlushFolder(string path) => disk.SyncFolder(path);

    internal override IDisposable Lock(string path) =>
        disk.TakeLock(path) is { } process ? new Taken(disk, path, process) : throw new IOException($"The process cannot access the file '{path}' because it is being used by another process.");

    internal override bool IsLocked(string path) => disk.IsLocked(path);

    T With<T>(string path, bool make, bool exclusive, Func<OpenFile, T> action)
    {
        Require(disk.Open(path, make, exclusive, isTemporary: false, syncsFolder: false, out var open), path);
        try
        {
            return action(open!);
        }
        finally
        {
            disk.Close(open!);
        }
    }

    static void Require(DiskError error, string path)
    {
        switch (error)
        {
            case DiskError.None:
                return;
            case DiskError.NotFound:
                throw new FileNotFoundException($"Could not find file '{path}'.", path);
            default:
                throw new IOException(error switch
                {
                    DiskError.Full => $"No space left on device : '{path}'",
                    DiskError.Exists => $"The file '{path}' already exists.",
                    _ => $"Input/output error : '{path}'",
                });
        }
    }

    sealed class Taken(Disk disk, string path, int process) : IDisposable
    {
        public void Dispose() => disk.ReleaseLock(path, process);
    }
}
