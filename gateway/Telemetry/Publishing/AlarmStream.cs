using System.Text.Json;
using CoinRig.Control;
using CoinRig.Telemetry.Payloads;

namespace CoinRig.Telemetry.Publishing;

/// <summary>
/// The grave events of a running run as alarms, which the broker retains: who comes later must be told, so they wait for no listener, and for no earlier event that
/// waits for one.
/// </summary>
sealed class AlarmStream(IRunSource run, Topics topics, PublisherOptions options) : RowStream<RigEvent>(options.Window, waitsForListeners: false)
{
    /// <summary>No alarm among the events up to this one is still to be delivered.</summary>
    public long ToldUpTo => Delivered >= LastWanted ? Math.Max(LookedAt, Delivered) : Delivered;

    /// <inheritdoc/>
    protected override IReadOnlyList<(long Id, RigEvent Row)> Read(long after, int most) => run.ReadEvents(after, most);

    /// <inheritdoc/>
    protected override bool IsWanted(RigEvent row) => options.IsLive && row.Severity == EventSeverity.Alarm;

    /// <inheritdoc/>
    protected override void Write(Message message, long id, RigEvent row)
    {
        using var json = message.Begin(topics.Alarm(row.Code), retain: true, this, id);
        JsonSerializer.Serialize(json, EventPayload.Of(run.Header, id, row), PayloadJson.Default.EventPayload);
    }
}
