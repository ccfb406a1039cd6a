using System.Text.Json;
using CoinRig.Control;
using CoinRig.Telemetry.Payloads;

namespace CoinRig.Telemetry.Publishing;

/// <summary>
/// The grave events of a running run as alarms, which the broker retains: who comes later must be told, so they wait for no listener, and for no earlier event that
/// waits for one.
/// </summary>
sealed class AlarmStream(IRunSource run, Topics topics, PublisherOptions options) : OutboxStream(waitsForListeners: false)
{
    readonly Queue<(long Id, RigEvent Event)> _ahead = new();
    long _lookedAt;
    long _last;

    /// <summary>No alarm among the events up to this one is still to be delivered.</summary>
    public long ToldUpTo => !options.IsLive ? long.MaxValue : Delivered >= _last ? Math.Max(_lookedAt, Delivered) : Delivered;

    /// <inheritdoc/>
    public override long CountLeft() => options.IsLive ? run.ReadEvents(Delivered, int.MaxValue).Count(row => IsOne(row.Event)) : 0;

    /// <inheritdoc/>
    protected override bool TryWrite(Message message)
    {
        if (!options.IsLive)
        {
            return false;
        }
        LookAhead();
        if (!_ahead.TryDequeue(out var next))
        {
            return false;
        }
        using var json = message.Begin(topics.Alarm(next.Event.Code), retain: true, this, next.Id);
        JsonSerializer.Serialize(json, EventPayload.Of(run.Header, next.Id, next.Event), PayloadJson.Default.EventPayload);
        return true;
    }

    /// <inheritdoc/>
    protected override void OnBack()
    {
        _ahead.Clear();
        _lookedAt = _last = Delivered;
    }

    void LookAhead()
    {
        _lookedAt = Math.Max(_lookedAt, Sent);
        while (_ahead.Count == 0 && run.ReadEvents(_lookedAt, options.Window) is { Count: > 0 } rows)
        {
            foreach (var row in rows.Where(row => IsOne(row.Event)))
            {
                _ahead.Enqueue(row);
                _last = row.Id;
            }
            _lookedAt = rows[^1].Id;
        }
    }

    static bool IsOne(RigEvent e) => e.Severity == EventSeverity.Alarm;
}
