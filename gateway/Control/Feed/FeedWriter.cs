namespace CoinRig.Control;

/// <summary>
/// The scan's end of the feed. In virtual time a full feed is waited for; in real time it is a fault, because a scan
/// waits for nobody.
/// </summary>
/// <param name="feed">The ring.</param>
/// <param name="whenFull">Called until there is room, in virtual time; null in real time.</param>
public sealed class FeedWriter(Feed feed, Action? whenFull)
{
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

    internal void Write(in Sample sample, FeedKind kind = FeedKind.Sample)
    {
        _entry.Kind = kind;
        _entry.Sample = sample;
        _entry.Marker = null;
        Put();
    }

    internal void Write(Marker marker)
    {
        _entry.Kind = FeedKind.Marker;
        _entry.Marker = marker;
        Put();
    }

    /// <summary>Writes a marker although the recorder may have failed: the last words of a run that stops.</summary>
    internal void TryWrite(Marker marker)
    {
        _entry.Kind = FeedKind.Marker;
        _entry.Marker = marker;
        feed.TryWrite(_entry);
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
