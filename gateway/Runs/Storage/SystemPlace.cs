using CoinRig.Linux;

namespace CoinRig.Runs;

/// <summary>The system's file system.</summary>
sealed class SystemPlace : RunPlace
{
    internal override string? Vfs => null;

    internal override bool FileExists(string path) => File.Exists(path);

    internal override bool FolderExists(string path) => Directory.Exists(path);

    internal override long Length(string path) => new FileInfo(path).Length;

    protected override void MakeFolders(string path) => Directory.CreateDirectory(path);

    internal override void MakeFile(string path) => new FileStream(path, FileMode.CreateNew).Dispose();

    internal override void Write(string path, byte[] content) => File.WriteAllBytes(path, content);

    internal override void Delete(string path) => File.Delete(path);

    internal override void FlushFolder(string path) => FolderSync.Flush(path);

    /// <summary>The kernel lets go of it however the process ends, so that a file that is left over means nothing.</summary>
    internal override IDisposable Lock(string path) => new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);

    internal override bool IsLocked(string path)
    {
        try
        {
            using var probe = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1);
            return false;
        }
        catch (IOException error)
        {
            return error is not FileNotFoundException;
        }
    }
}
