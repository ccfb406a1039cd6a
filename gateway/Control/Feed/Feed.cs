namespace CoinRig.Control;

/// <summary>
/// The ring buffer between one scan and one recorder: one writer, one reader, no lock, no allocation. Entries come out
/// in the order in which they went in.
/// </summary>
public sealed class Feed
{
    readonly FeedEntry[] _entries;
    readonly int _mask;
    long _written;
    long _read;

    /// <summary>Makes a ring.</summary>
    /// <param name="capacity">How many entries it holds; a power of two.</param>
    public Feed(int capacity = 16384)
    {
        if (!int.IsPow2(capacity))
        {
            throw new ArgumentOutOfRangeException(nameof(capacity), capacity, "The capacity must be a power of two.");
        }
        _entries = new FeedEntry[capacity];
        // Each page is used once now, so that no scan waits for one, and what a run takes of memory is there from its beginning.
        Array.Clear(_entries);
        _mask = capacity - 1;
    }

    /// <summary>Entries that wait to be read.</summary>
    public int Count => (int)(Volatile.Read(ref _written) - Volatile.Read(ref _read));

    /// <summary>Whether nothing more can be written until the reader has read.</summary>
    public bool IsFull => Count == _entries.Length;

    /// <summary>Set by the reader when it can never read again (disk full, file gone): the scan then stops safely.</summary>
    public Exception? ReaderFault { get => Volatile.Read(ref _readerFault); set => Volatile.Write(ref _readerFault, value); }

    Exception? _readerFault;

    /// <summary>Writes an entry; false where the ring is full.</summary>
    public bool TryWrite(in FeedEntry entry)
    {
        if (IsFull)
        {
            return false;
        }
        _entries[(int)(_written & _mask)] = entry;
        Volatile.Write(ref _written, _written + 1);
        return true;
    }

    /// <summary>Reads the next entry; false where there is none.</summary>
    public bool TryRead(out FeedEntry entry)
    {
        if (Volatile.Read(ref _written) == _read)
        {
            entry = default;
            return false;
        }
        ref var slot = ref _entries[(int)(_read & _mask)];
        entry = slot;
        slot.Marker = null;
        if (entry.Kind == FeedKind.TimedMarker)
        {
            (entry.Kind, entry.Marker) = (FeedKind.Marker, entry.Marker! with { Nanoseconds = entry.Sample.VoltageNanoseconds });
        }
        Volatile.Write(ref _read, _read + 1);
        return true;
    }
}
