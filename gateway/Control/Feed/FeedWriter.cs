namespace CoinRig.Control;

/// <summary>
/// The scan's end of the feed. In virtual time a full feed is waited for; in real time it is a fault, because a scan
/// waits for nobody.
/// </summary>
/// <param name="feed">The ring.</param>
/// <param name="whenFull">Called until there is room, in virtual time; null in real time.</param>
/// <param name="whenFullAtEnd">Called until there is room for the last words of a run, which are written with the cell disconnected; null where nobody waits.</param>
public sealed class FeedWriter(Feed feed, Action? whenFull, Action? whenFullAtEnd = null)
{
    /// <summary>How often room is waited for at the end: the recorder may hang for good. With pauses of a millisecond it is a minute.</summary>
    const int MostPauses = 60_000;

    FeedEntry _entry;

    /// <summary>Throws if what was recorded cannot be stored any more.</summary>
    /// <exception cref="RecordingFailedException">The recorder gave up.</exception>
    internal void ThrowIfReaderFailed()
    {
        if (feed.ReaderFault is { } fault)
        {
            throw new RecordingFailedException($"The run cannot be recorded any more: {fault.Message}", fault);
        }
    }

    internal void Write(in Sample sample, in SegmentState segment, FeedKind kind = FeedKind.Sample)
    {
        _entry.Kind = kind;
        _entry.Sample = sample;
        _entry.Segment = segment;
        _entry.Marker = null;
        Put();
    }

    internal void Write(Marker marker)
    {
        _entry.Kind = FeedKind.Marker;
        _entry.Marker = marker;
        Put();
    }

    /// <summary>Writes a marker that was made before with a time of its own, without allocation.</summary>
    internal void Write(Marker made, long nanoseconds)
    {
        _entry.Kind = FeedKind.TimedMarker;
        _entry.Sample.VoltageNanoseconds = nanoseconds;
        _entry.Marker = made;
        Put();
    }

    /// <summary>
    /// Writes a marker although the recorder may have failed: the last words of a run that stops. They are worth a wait even in real
    /// time, because a file without its end looks like a run that still goes on.
    /// </summary>
    internal void WriteLast(Marker marker)
    {
        _entry.Kind = FeedKind.Marker;
        _entry.Marker = marker;
        var wait = whenFullAtEnd ?? whenFull;
        for (var pauses = 0; !feed.TryWrite(_entry) && wait is not null && pauses < MostPauses; pauses++)
        {
            wait();
        }
    }

    void Put()
    {
        while (!feed.TryWrite(_entry))
        {
            ThrowIfReaderFailed();
            if (whenFull is null)
            {
                throw new RecordingFailedException("The recorder does not keep up: the disk is too slow or hangs.", null);
            }
            whenFull();
        }
    }
}
