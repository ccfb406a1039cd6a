namespace CoinRig.Telemetry.Publishing;

/// <summary>Rows that go out one a message, read ahead by a window.</summary>
/// <param name="window">How many are read at once.</param>
/// <param name="waitsForListeners">Whether rows that nobody subscribes to wait for somebody.</param>
abstract class RowStream<T>(int window, bool waitsForListeners) : OutboxStream(waitsForListeners)
{
    readonly Queue<(long Id, T Row)> _ahead = new();

    /// <summary>The last row that was read, wanted or not.</summary>
    protected long LookedAt { get; private set; }

    /// <summary>The last row that is to go out.</summary>
    protected long LastWanted { get; private set; }

    /// <inheritdoc/>
    public override long CountLeft() => Read(Delivered, int.MaxValue).Count(row => IsWanted(row.Row));

    /// <inheritdoc/>
    protected override bool TryWrite(Message message)
    {
        while (_ahead.Count == 0 && Read(LookedAt, window) is { Count: > 0 } rows)
        {
            foreach (var row in rows.Where(row => IsWanted(row.Row)))
            {
                _ahead.Enqueue(row);
                LastWanted = row.Id;
            }
            LookedAt = rows[^1].Id;
        }
        if (!_ahead.TryDequeue(out var next))
        {
            return false;
        }
        Write(message, next.Id, next.Row);
        return true;
    }

    /// <inheritdoc/>
    protected override void OnBack()
    {
        _ahead.Clear();
        LookedAt = LastWanted = Delivered;
    }

    /// <summary>Rows after one, in order, at most so many.</summary>
    protected abstract IReadOnlyList<(long Id, T Row)> Read(long after, int most);

    /// <summary>Whether a row goes out.</summary>
    protected virtual bool IsWanted(T row) => true;

    /// <summary>Puts a row into a message.</summary>
    protected abstract void Write(Message message, long id, T row);
}
