namespace CoinRig.FaultyDisk;

/// <summary>A file, whatever its name: what a reader sees, what the disk holds for certain, and the changes between the two.</summary>
sealed class DiskFile
{
    readonly Content _seen = new();
    readonly Content _certain = new();
    readonly Content _journal = new();
    readonly List<PendingWrite> _pending = [];

    /// <summary>Locks of SQLite, and the memory that its connections share; both end with the process.</summary>
    internal FileLocks Locks { get; private set; } = new();

    internal SharedMemory? Memory { get; set; }

    internal long Length => _seen.Length;

    internal ReadOnlySpan<byte> Seen => _seen.Bytes;

    internal IReadOnlyList<PendingWrite> Pending => _pending;

    internal int Read(long offset, Span<byte> into) => _seen.Read(offset, into);

    internal void Write(long order, long offset, ReadOnlySpan<byte> bytes)
    {
        _pending.Add(new(order, offset, (int)_journal.Length, bytes.Length));
        _journal.Write(_journal.Length, bytes);
        _seen.Write(offset, bytes);
    }

    internal void Truncate(long order, long length)
    {
        _pending.Add(new(order, length, -1, 0));
        _seen.SetLength(length);
    }

    /// <summary>All changes are on the disk.</summary>
    internal void Sync()
    {
        foreach (var write in _pending)
        {
            Keep(write, write.Count);
        }
        Forget();
    }

    /// <summary>A change, or its first bytes, is on the disk.</summary>
    internal void Keep(in PendingWrite write, int count) => Keep(write, 0, count);

    /// <summary>A part of a change is on the disk.</summary>
    internal void Keep(in PendingWrite write, int from, int count)
    {
        if (write.IsTruncation)
        {
            _certain.SetLength(write.Offset);
        }
        else if (count > 0)
        {
            _certain.Write(write.Offset + from, _journal.Bytes.Slice(write.At + from, count));
        }
    }

    /// <summary>The file is as long as a change made it, without what it wrote there.</summary>
    /// <param name="write">The change.</param>
    /// <param name="rubbish">Fills it with what was on the disk before; null for zeros.</param>
    internal void KeepLength(in PendingWrite write, Random? rubbish)
    {
        var end = write.Offset + write.Count;
        if (end > _certain.Length)
        {
            var old = _certain.Length;
            var filling = new byte[end - old];
            rubbish?.NextBytes(filling);
            _certain.Write(old, filling);
        }
    }

    /// <summary>What is pending is neither on the disk nor will a sync bring it there, as after an fsync that failed; a reader sees it all the same.</summary>
    internal void Forget()
    {
        _pending.Clear();
        _journal.SetLength(0);
    }

    /// <summary>The same file on another disk, open to nobody.</summary>
    internal DiskFile Copy()
    {
        var copy = new DiskFile();
        copy._seen.CopyFrom(_seen);
        copy._certain.CopyFrom(_certain);
        copy._journal.CopyFrom(_journal);
        copy._pending.AddRange(_pending);
        return copy;
    }

    /// <summary>Whoever had it open is no more.</summary>
    internal void DropProcess() => (Locks, Memory) = (new(), null);

    /// <summary>The power comes back: a reader sees what the disk holds.</summary>
    internal void Restart()
    {
        Forget();
        _seen.CopyFrom(_certain);
    }
}
