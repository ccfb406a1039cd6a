using System.Text.Json;
using CoinRig.Runs;
using CoinRig.Telemetry.Payloads;

namespace CoinRig.Telemetry.Publishing;

/// <summary>Results on their way out.</summary>
sealed class ResultStream(IRunSource run, Topics topics, PublisherOptions options) : RowStream<ResultRow>(options.Window, options.HoldUnheard)
{
    readonly string _topic = topics.Result(options.Channel ?? run.Header.Channel);

    /// <inheritdoc/>
    protected override IReadOnlyList<(long Id, ResultRow Row)> Read(long after, int most) => run.ReadResults(after, most);

    /// <inheritdoc/>
    protected override void Write(Message message, long id, ResultRow row)
    {
        using var json = message.Begin(_topic, retain: false, this, id);
        JsonSerializer.Serialize(json, ResultPayload.Of(run.Header, id, row), PayloadJson.Default.ResultPayload);
    }
}
