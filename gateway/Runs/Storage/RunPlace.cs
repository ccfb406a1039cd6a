using System.Collections.Immutable;

namespace CoinRig.Runs;

/// <summary>
/// Where run files lie: what is done to files and names beside SQLite, and the VFS by which SQLite reaches them. It is the system's file
/// system, but for paths below a mounted place; a simulation mounts its own disk, and the whole gateway works on it by its paths.
/// </summary>
abstract class RunPlace
{
    static readonly RunPlace Usual = new SystemPlace();

    static ImmutableList<(string Root, RunPlace Place)> _mounted = [];

    /// <summary>The place of a path.</summary>
    internal static RunPlace Of(string path)
    {
        foreach (var (root, place) in Volatile.Read(ref _mounted))
        {
            if (path.StartsWith(root, StringComparison.Ordinal))
            {
                return place;
            }
        }
        return Usual;
    }

    /// <summary>From now on, all absolute paths that begin with a root are in a place.</summary>
    internal static void Mount(string root, RunPlace place) => ImmutableInterlocked.Update(ref _mounted, (all, one) => all.Add(one), (root, place));

    /// <summary>Its paths are the system's again.</summary>
    internal static void Unmount(RunPlace place) => ImmutableInterlocked.Update(ref _mounted, (all, one) => all.RemoveAll(m => m.Place == one), place);

    /// <summary>SQLite's name for the way to the files; null for its own.</summary>
    internal abstract string? Vfs { get; }

    internal abstract bool FileExists(string path);

    internal abstract bool FolderExists(string path);

    /// <summary>The length of a file that exists, bytes.</summary>
    internal abstract long Length(string path);

    /// <summary>Makes a folder that may exist, with all above it, and brings their names to the disk.</summary>
    /// <exception cref="IOException">The disk does not take it.</exception>
    internal void MakeFolder(string path)
    {
        var missing = new Stack<string>();
        for (var folder = Path.GetFullPath(path); !FolderExists(folder); folder = Path.GetDirectoryName(folder)!)
        {
            missing.Push(folder);
        }
        MakeFolders(path);
        foreach (var made in missing)
        {
            FlushFolder(Path.GetDirectoryName(made)!);
        }
    }

    /// <summary>Makes a folder that may exist, with all above it.</summary>
    protected abstract void MakeFolders(string path);

    /// <summary>Makes an empty file.</summary>
    /// <exception cref="IOException">It exists, or the disk does not take it.</exception>
    internal abstract void MakeFile(string path);

    /// <summary>Writes a file whole, over another if there is one.</summary>
    internal abstract void Write(string path, byte[] content);

    /// <summary>Deletes a file; nothing happens where there is none.</summary>
    internal abstract void Delete(string path);

    /// <summary>Brings the names in a folder to the disk.</summary>
    internal abstract void FlushFolder(string path);

    /// <summary>Makes a file that nobody else can take, until it is disposed or the process ends.</summary>
    /// <exception cref="IOException">Somebody has it.</exception>
    internal abstract IDisposable Lock(string path);

    /// <summary>Whether somebody has it.</summary>
    internal abstract bool IsLocked(string path);
}
