namespace CoinRig.FaultyDisk;

/// <content>What is asked of a disk: by SQLite through its VFS, and by the gateway.</content>
public sealed partial class Disk
{
    internal DiskError Open(string? path, bool make, bool exclusive, bool isTemporary, bool syncsFolder, out OpenFile? open)
    {
        lock (_gate)
        {
            open = null;
            if (_stoppedBy is not null)
            {
                return DiskError.Io;
            }
            var file = path is null ? new DiskFile() : _names.File(path);
            if (file is not null && exclusive && path is not null)
            {
                return DiskError.Exists;
            }
            var isNew = file is null;
            if (file is null)
            {
                if (!make)
                {
                    return DiskError.NotFound;
                }
                if (MakeName(path!, file = new()) is not DiskError.None and var error)
                {
                    return error;
                }
            }
            open = new(this, file, path ?? "", _process) { IsTemporary = isTemporary, SyncsFolder = isNew && syncsFolder };
            _open.Add(open);
            return DiskError.None;
        }
    }

    internal void Close(OpenFile open)
    {
        lock (_gate)
        {
            _open.Remove(open);
            open.File.Locks.Release(open, FileLocks.None);
            if (open.IsTemporary && open.Path.Length > 0 && open.Process == _process && _stoppedBy is null && _names.File(open.Path) == open.File)
            {
                DeleteName(open.Path);
            }
        }
    }

    internal DiskError Read(OpenFile open, long offset, Span<byte> into, out int count)
    {
        lock (_gate)
        {
            count = 0;
            if (Begin(Operation.Read, open.Path, open.Process) != Outcome.Done)
            {
                return DiskError.Io;
            }
            count = open.File.Read(offset, into);
            return DiskError.None;
        }
    }

    internal DiskError Write(OpenFile open, long offset, ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            var outcome = Begin(Operation.Write, open.Path, open.Process);
            if (outcome == Outcome.Failed)
            {
                return DiskError.Io;
            }
            var count = outcome == Outcome.Torn ? PowerCut.Prefix(new(0, offset, 0, bytes.Length), _random) : bytes.Length;
            var room = (int)Math.Clamp(Math.Max(0, open.File.Length - offset) + Free, 0, count);
            if (room > 0)
            {
                open.File.Write(_order, offset, bytes[..room]);
            }
            return outcome != Outcome.Done ? DiskError.Io : room < count ? DiskError.Full : DiskError.None;
        }
    }

    internal DiskError Truncate(OpenFile open, long length)
    {
        lock (_gate)
        {
            var outcome = Begin(Operation.Truncate, open.Path, open.Process);
            if (outcome != Outcome.Failed)
            {
                open.File.Truncate(_order, length);
            }
            return outcome == Outcome.Done ? DiskError.None : DiskError.Io;
        }
    }

    internal DiskError Sync(OpenFile open)
    {
        lock (_gate)
        {
            var outcome = Begin(Operation.Sync, open.Path, open.Process);
            if (outcome == Outcome.Done)
            {
                open.File.Sync();
                if (open.SyncsFolder)
                {
                    open.SyncsFolder = false;
                    return SyncNames(Path.GetDirectoryName(open.Path)!);
                }
                return DiskError.None;
            }
            if (outcome == Outcome.Pretended)
            {
                return DiskError.None;
            }
            if (outcome == Outcome.Failed && _stoppedBy is null && open.Process == _process)
            {
                // After an fsync that failed the pages count as clean, and the next one says nothing of them (Linux; "fsyncgate" of PostgreSQL).
                foreach (var write in open.File.Pending)
                {
                    if (_random.Next(2) == 0)
                    {
                        open.File.Keep(write, write.Count);
                    }
                }
                open.File.Forget();
            }
            return DiskError.Io;
        }
    }

    internal DiskError SyncFolder(string path)
    {
        lock (_gate)
        {
            return SyncNames(path);
        }
    }

    internal DiskError Delete(string path, bool syncsFolder)
    {
        lock (_gate)
        {
            if (_stoppedBy is not null)
            {
                return DiskError.Io;
            }
            if (_names.File(path) is null)
            {
                return DiskError.NotFound;
            }
            var error = DeleteName(path);
            return error == DiskError.None && syncsFolder ? SyncNames(Path.GetDirectoryName(path)!) : error;
        }
    }

    internal DiskError MakeFolder(string path)
    {
        lock (_gate)
        {
            return _names.IsFolder(path) ? DiskError.None
                : Path.GetDirectoryName(path) is { } above && MakeFolder(above) is not DiskError.None and var error ? error
                : MakeName(path, null);
        }
    }

    internal bool IsFile(string path)
    {
        lock (_gate)
        {
            return _stoppedBy is null && _names.File(path) is not null;
        }
    }

    internal bool IsFolder(string path)
    {
        lock (_gate)
        {
            return _stoppedBy is null && _names.IsFolder(path);
        }
    }

    internal long Length(OpenFile open)
    {
        lock (_gate)
        {
            return open.File.Length;
        }
    }

    /// <summary>Takes a lock that ends with the process.</summary>
    /// <returns>The process that has it; null where another has it.</returns>
    internal int? TakeLock(string path)
    {
        lock (_gate)
        {
            return _stoppedBy is null && _taken.Add(path) ? _process : null;
        }
    }

    internal void ReleaseLock(string path, int process)
    {
        lock (_gate)
        {
            if (process == _process)
            {
                _taken.Remove(path);
            }
        }
    }

    internal bool IsLocked(string path)
    {
        lock (_gate)
        {
            return _taken.Contains(path);
        }
    }

    /// <summary>Whether whoever has a file open is no more.</summary>
    internal bool IsRefused(OpenFile open)
    {
        lock (_gate)
        {
            return _stoppedBy is not null || open.Process != _process;
        }
    }

    /// <summary>Does something with the locks and the shared memory of a file, which no other thread may do at the same time.</summary>
    internal T Together<T>(Func<T> action)
    {
        lock (_gate)
        {
            return action();
        }
    }

    DiskError MakeName(string path, DiskFile? file)
    {
        if (!_names.IsFolder(Path.GetDirectoryName(path)!))
        {
            return DiskError.NotFound;
        }
        var outcome = Begin(Operation.MakeName, path, _process);
        if (outcome != Outcome.Failed)
        {
            _names.Add(_order, path, file);
        }
        return outcome == Outcome.Done ? DiskError.None : DiskError.Io;
    }

    DiskError DeleteName(string path)
    {
        var outcome = Begin(Operation.DeleteName, path, _process);
        if (outcome != Outcome.Failed)
        {
            _names.Remove(_order, path);
        }
        return outcome == Outcome.Done ? DiskError.None : DiskError.Io;
    }

    DiskError SyncNames(string folder)
    {
        var outcome = Begin(Operation.SyncFolder, folder, _process);
        if (outcome == Outcome.Done)
        {
            _names.Sync(folder);
        }
        return outcome is Outcome.Done or Outcome.Pretended ? DiskError.None : DiskError.Io;
    }
}
