using System.Text.Json;
using CoinRig.Control;
using CoinRig.Telemetry.Payloads;

namespace CoinRig.Telemetry.Publishing;

/// <summary>Events on their way out.</summary>
sealed class EventStream(IRunSource run, Topics topics, PublisherOptions options) : RowStream<RigEvent>(options.Window, options.HoldUnheard)
{
    readonly string _topic = topics.Event(options.Channel ?? run.Header.Channel);

    /// <inheritdoc/>
    protected override IReadOnlyList<(long Id, RigEvent Row)> Read(long after, int most) => run.ReadEvents(after, most);

    /// <inheritdoc/>
    protected override void Write(Message message, long id, RigEvent row)
    {
        using var json = message.Begin(_topic, retain: false, this, id);
        JsonSerializer.Serialize(json, EventPayload.Of(run.Header, id, row), PayloadJson.Default.EventPayload);
    }
}
