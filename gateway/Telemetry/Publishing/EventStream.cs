using System.Text.Json;
using CoinRig.Control;
using CoinRig.Telemetry.Payloads;

namespace CoinRig.Telemetry.Publishing;

/// <summary>Events on their way out, one a message.</summary>
sealed class EventStream(IRunSource run, Topics topics, PublisherOptions options) : OutboxStream(options.HoldUnheard)
{
    readonly string _topic = topics.Event(options.Channel ?? run.Header.Channel);
    readonly Queue<(long Id, RigEvent Event)> _ahead = new();

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
        if (!_ahead.TryDequeue(out var next))
        {
            return false;
        }
        using var json = message.Begin(_topic, retain: false, this, next.Id);
        JsonSerializer.Serialize(json, EventPayload.Of(run.Header, next.Id, next.Event), PayloadJson.Default.EventPayload);
        return true;
    }

    /// <inheritdoc/>
    protected override void OnBack() => _ahead.Clear();
}
