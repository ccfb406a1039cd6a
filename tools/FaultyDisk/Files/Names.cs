namespace CoinRig.FaultyDisk;

/// <summary>
/// The names on a disk, of files and of folders, as they are seen and as the disk holds them for certain. A name is certain once its folder
/// was synced (fsync(2): "an explicit fsync() on a file descriptor for the directory is also needed").
/// </summary>
sealed class Names
{
    readonly SortedDictionary<string, DiskFile?> _seen = new(StringComparer.Ordinal);
    readonly SortedDictionary<string, DiskFile?> _certain = new(StringComparer.Ordinal);
    readonly List<PendingName> _pending = [];

    /// <summary>A name that was given or taken away since its folder was synced.</summary>
    /// <param name="Order">Its place among all changes of the disk.</param>
    /// <param name="Path">The name.</param>
    /// <param name="IsThere">Whether it was given.</param>
    /// <param name="File">The file; null for a folder.</param>
    internal readonly record struct PendingName(long Order, string Path, bool IsThere, DiskFile? File);

    internal IReadOnlyList<PendingName> Pending => _pending;

    /// <summary>The files that are seen, by their names.</summary>
    internal IEnumerable<KeyValuePair<string, DiskFile>> Files => _seen.Where(n => n.Value is not null)!;

    /// <summary>All files that are seen or may be seen after a power cut, each once.</summary>
    internal IEnumerable<DiskFile> All => _seen.Values.Concat(_certain.Values).Concat(_pending.Select(p => p.File)).OfType<DiskFile>().Distinct();

    internal bool IsFolder(string path) => _seen.TryGetValue(path, out var file) && file is null;

    internal DiskFile? File(string path) => _seen.GetValueOrDefault(path);

    internal void Add(long order, string path, DiskFile? file) => Change(new(order, path, true, file));

    internal void Remove(long order, string path) => Change(new(order, path, false, _seen[path]));

    /// <summary>All names in a folder are on the disk.</summary>
    internal void Sync(string folder)
    {
        foreach (var change in _pending)
        {
            if (Path.GetDirectoryName(change.Path) == folder)
            {
                Keep(change);
            }
        }
        _pending.RemoveAll(p => Path.GetDirectoryName(p.Path) == folder);
    }

    /// <summary>A change is on the disk.</summary>
    internal void Keep(in PendingName change) => Apply(_certain, change);

    /// <summary>The power comes back: a name is seen where the disk holds it and all folders above it.</summary>
    internal void Restart(string root)
    {
        _pending.Clear();
        foreach (var lost in _certain.Keys.Where(n => n != root && !IsHeld(Path.GetDirectoryName(n)!, root)).ToList())
        {
            _certain.Remove(lost);
        }
        _seen.Clear();
        foreach (var (path, file) in _certain)
        {
            _seen.Add(path, file);
        }
    }

    /// <summary>Gives another disk the same names, with its own copies of the files.</summary>
    /// <param name="other">Its names.</param>
    /// <param name="rename">Turns a path of this disk into one of the other.</param>
    internal void CopyTo(Names other, Func<string, string> rename)
    {
        var copies = All.ToDictionary(f => f, f => f.Copy());
        DiskFile? CopyOf(DiskFile? file) => file is null ? null : copies[file];
        foreach (var (path, file) in _seen)
        {
            other._seen[rename(path)] = CopyOf(file);
        }
        foreach (var (path, file) in _certain)
        {
            other._certain[rename(path)] = CopyOf(file);
        }
        other._pending.AddRange(_pending.Select(p => p with { Path = rename(p.Path), File = CopyOf(p.File) }));
    }

    bool IsHeld(string folder, string root) => folder == root || (_certain.ContainsKey(folder) && IsHeld(Path.GetDirectoryName(folder)!, root));

    void Change(PendingName change)
    {
        Apply(_seen, change);
        _pending.Add(change);
    }

    static void Apply(SortedDictionary<string, DiskFile?> names, in PendingName change)
    {
        if (change.IsThere)
        {
            names[change.Path] = change.File;
        }
        else
        {
            names.Remove(change.Path);
        }
    }
}
