using System.Text.Json;
using CoinRig.Runs;
using CoinRig.Telemetry.Payloads;

namespace CoinRig.Telemetry.Publishing;

/// <summary>Results on their way out, one a message.</summary>
sealed class ResultStream(IRunSource run, Topics topics, PublisherOptions options) : OutboxStream(options.HoldUnheard)
{
    readonly string _topic = topics.Result(options.Channel ?? run.Header.Channel);
    readonly Queue<(long Id, ResultRow Row)> _ahead = new();

    /// <inheritdoc/>
    public override long CountLeft() => run.ReadResults(Delivered, int.MaxValue).Count;

    /// <inheritdoc/>
    protected override bool TryWrite(Message message)
    {
        if (_ahead.Count == 0)
        {
            foreach (var row in run.ReadResults(Sent, options.Window))
            {
                _ahead.Enqueue(row);
            }
        }
        if (!_ahead.TryDequeue(out var next))
        {
            return false;
        }
        using var json = message.Begin(_topic, retain: false, this, next.Id);
        JsonSerializer.Serialize(json, ResultPayload.Of(run.Header, next.Id, next.Row), PayloadJson.Default.ResultPayload);
        return true;
    }

    /// <inheritdoc/>
    protected override void OnBack() => _ahead.Clear();
}
