using System.Collections.Concurrent;
using CoinRig.Runs;
using CoinRig.Telemetry;
using CoinRig.Telemetry.Broker;
using CoinRig.Telemetry.Publishing;

namespace CoinRig.Gateway;

/// <summary>Publishes all runs of the service over one broker. A run that is over goes on being delivered beside the next for a while; what is left stays in its file.</summary>
sealed class Deliveries : IAsyncDisposable
{
    static readonly TimeSpan MostAfterRun = TimeSpan.FromSeconds(60);
    static readonly TimeSpan MostAtEnd = TimeSpan.FromSeconds(3);

    readonly Topics? _topics;
    readonly BrokerAddress? _elsewhere;
    readonly EmbeddedBroker? _broker;
    readonly Action<string> _notice;
    readonly ConcurrentDictionary<ServedRun, Delivery> _under = new();
    readonly ConcurrentDictionary<Task, bool> _ending = new();
    readonly TaskCompletionSource _hurry = new(TaskCreationOptions.RunContinuationsAsynchronously);
    RigPresence? _presence;

    Deliveries(Topics? topics, BrokerAddress? elsewhere, EmbeddedBroker? broker, Action<string> notice) =>
        (_topics, _elsewhere, _broker, _notice) = (topics, elsewhere, broker, notice);

    /// <summary>Where runs are published, in words; null for nowhere.</summary>
    internal string? Description => _topics is null ? null : $"MQTT on {Address}{(_broker is null ? "" : " (our own broker)")}, topics {_topics.Everything}";

    /// <summary>The broker.</summary>
    internal BrokerAddress Address => _elsewhere ?? _broker!.Address;

    /// <summary>Starts the broker, if it is ours.</summary>
    /// <param name="topics">The rig's topics; null where nothing is published.</param>
    /// <param name="elsewhere">A broker elsewhere; null for our own.</param>
    /// <param name="takesMarks">Whether marks are taken.</param>
    /// <param name="notice">Gets lines for the person.</param>
    internal static async Task<Deliveries> StartAsync(Topics? topics, BrokerAddress? elsewhere, bool takesMarks, Action<string> notice) =>
        new(topics, elsewhere, topics is null || elsewhere is not null ? null : await EmbeddedBroker.StartAsync(TimeProvider.System, takesMarks: takesMarks), notice);

    /// <summary>Says that the rig is there, and listens to marks.</summary>
    /// <param name="onMark">Gets channel and text; null where marks are not allowed.</param>
    internal void Announce(Action<int, string>? onMark)
    {
        if (_topics is not null)
        {
            _presence = new RigPresence(_topics, OptionsOf("rig", 1, null) with { SpeaksForTheRig = true }, TimeProvider.System, _notice, onMark);
        }
    }

    /// <summary>Begins to publish a run. Where its file cannot be read the run goes on all the same, and the person is told.</summary>
    internal void Begin(int channel, ServedRun run)
    {
        if (_topics is null)
        {
            return;
        }
        RunFileSource source;
        try
        {
            source = new RunFileSource(run.Path);
        }
        catch (Exception e) when (e is RunFileException or IOException)
        {
            _notice($"channel {channel}: {TelemetrySession.NotPublished(run.Path, e)}");
            return;
        }
        var options = OptionsOf($"ch{channel}-{run.Entry.Id}", channel, () => TelemetrySession.StateOf(run.Header, run.Run.Live));
        var publisher = new RunPublisher(source, new RunFileCursor(run.Path, run.Recorder), _topics, options, TimeProvider.System, line => Notice(channel, line));
        publisher.Start();
        _under[run] = new(source, publisher);
    }

    /// <summary>That our own broker is there, and that nobody listens to it, needs no words for each run.</summary>
    void Notice(int channel, string line)
    {
        if (_broker is null)
        {
            _notice($"channel {channel}: {line}");
        }
    }

    /// <summary>A run is over and in its file: the rest of it is delivered on a task of its own.</summary>
    internal void End(ServedRun run)
    {
        if (_under.TryRemove(run, out var delivery))
        {
            var ending = EndAsync(run, delivery);
            _ending[ending] = true;
            _ = ending.ContinueWith(t => _ending.TryRemove(t, out _), TaskScheduler.Default);
        }
    }

    async Task EndAsync(ServedRun run, Delivery delivery)
    {
        var patient = delivery.Publisher.DrainAsync(MostAfterRun);
        var report = await Task.WhenAny(patient, _hurry.Task) == patient ? await patient : await delivery.Publisher.DrainAsync(MostAtEnd);
        if (!report.IsComplete && _elsewhere is not null)
        {
            _notice($"{run.Path}: not delivered: {report.InWords} ({report.Reason}). 'coinrig publish {run.Path} --broker {_elsewhere}' delivers them.");
        }
        await delivery.Publisher.DisposeAsync();
        delivery.Source.Dispose();
        RunFile.Tidy(run.Path);
    }

    PublisherOptions OptionsOf(string client, int channel, Func<Telemetry.Payloads.StatePayload?>? state) => new()
    {
        Broker = Address,
        Sink = TelemetryRequest.SinkOf(_elsewhere),
        ClientId = $"{_broker?.GatewayClientId ?? $"coinrig-{_topics!.Rig}-{Environment.ProcessId}"}-{client}",
        HoldUnheard = _broker is not null,
        State = state,
        Channel = channel,
        SpeaksForTheRig = false,
    };

    /// <summary>Ends it: what is being delivered gets a few seconds more.</summary>
    public async ValueTask DisposeAsync()
    {
        _hurry.TrySetResult();
        await Task.WhenAll(_ending.Keys);
        if (_presence is not null)
        {
            await _presence.DisposeAsync();
        }
        if (_broker is not null)
        {
            await _broker.DisposeAsync();
        }
    }

    sealed record Delivery(RunFileSource Source, RunPublisher Publisher);
}
