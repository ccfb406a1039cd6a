using System.Text.Json;
using CoinRig.Control;
using CoinRig.Telemetry.Payloads;

namespace CoinRig.Telemetry.Publishing;

/// <summary>
/// Events on their way out, one a message. A grave one of a running run is also an alarm: a second, retained message. The
/// position moves after the second, so that an alarm is never lost between the two.
/// </summary>
sealed class EventStream(IRunSource run, Topics topics, PublisherOptions options) : OutboxStream
{
    readonly string _topic = topics.Event(options.Channel ?? run.Header.Channel);
    readonly Queue<(long Id, RigEvent Event)> _ahead = new();
    bool _isAlarmDue;

    /// <inheritdoc/>
    public override long CountLeft() => run.ReadEvents(Delivered, int.MaxValue).Count;

    /// <inheritdoc/>
    protected override bool TryWrite(Message message)
    {
        if (_ahead.Count == 0)
        {
            foreach (var row in run.ReadEvents(Sent, options.Window))
            {
                _ahead.Enqueue(row);
            }
        }
        if (!_ahead.TryPeek(out var next))
        {
            return false;
        }
        var isFirstOfTwo = options.IsLive && next.Event.Severity == EventSeverity.Alarm && !_isAlarmDue;
        using var json = message.Begin(_isAlarmDue ? topics.Alarm(next.Event.Code) : _topic, _isAlarmDue, this, isFirstOfTwo ? Sent : next.Id);
        JsonSerializer.Serialize(json, EventPayload.Of(run.Header, next.Id, next.Event), PayloadJson.Default.EventPayload);
        _isAlarmDue = isFirstOfTwo;
        if (!isFirstOfTwo)
        {
            _ahead.Dequeue();
        }
        return true;
    }

    /// <inheritdoc/>
    protected override void OnBack()
    {
        _ahead.Clear();
        _isAlarmDue = false;
    }
}
