using System.Net.Sockets;
using CoinRig.Control;
using CoinRig.Runs;
using CoinRig.Telemetry;
using CoinRig.Telemetry.Broker;
using CoinRig.Telemetry.Payloads;
using CoinRig.Telemetry.Publishing;

namespace CoinRig.Gateway;

/// <summary>Publishes a run while it is recorded: the broker, if it is our own, and the publisher.</summary>
sealed class TelemetrySession : IAsyncDisposable
{
    readonly string _path;
    readonly EmbeddedBroker? _broker;
    readonly RunFileSource _source;
    readonly RunPublisher _publisher;

    TelemetrySession(string path, EmbeddedBroker? broker, RunFileSource source, RunPublisher publisher, string description)
    {
        _path = path;
        _broker = broker;
        _source = source;
        _publisher = publisher;
        Description = description;
    }

    /// <summary>Where the run is published, in words.</summary>
    internal string Description { get; }

    /// <summary>What to say of a run whose file the publisher cannot read.</summary>
    internal static string NotPublished(string path, Exception why) => $"{path} is recorded and not published: {why.Message.TrimEnd('.')}. 'coinrig publish {path}' delivers it later.";

    /// <summary>Starts to publish; null, and the person is told, where that cannot be: the run goes on all the same.</summary>
    internal static async Task<TelemetrySession?> TryStartAsync(TelemetryRequest request, Recorder recorder, RunHeader header, LiveState live, Action<string> notice)
    {
        try
        {
            return await StartAsync(request, recorder, header, live, notice);
        }
        catch (Exception e) when (e is RunFileException or IOException or SocketException)
        {
            notice(NotPublished(recorder.Path, e));
            return null;
        }
    }

    static async Task<TelemetrySession> StartAsync(TelemetryRequest request, Recorder recorder, RunHeader header, LiveState live, Action<string> notice)
    {
        var topics = request.Topics;
        var source = new RunFileSource(recorder.Path);
        var broker = request.Broker is null ? await EmbeddedBroker.StartAsync(TimeProvider.System) : null;
        var address = request.Broker ?? broker!.Address;
        var options = new PublisherOptions
        {
            Broker = address,
            Sink = TelemetryRequest.SinkOf(request.Broker),
            ClientId = broker?.GatewayClientId ?? $"coinrig-{topics.Rig}-{Environment.ProcessId}",
            HoldUnheard = broker is not null,
            State = () => StateOf(header, live),
        };
        var publisher = new RunPublisher(source, new RunFileCursor(recorder.Path, recorder), topics, options, TimeProvider.System, notice);
        publisher.Start();
        return new TelemetrySession(recorder.Path, broker, source, publisher, $"MQTT on {address}{(broker is null ? "" : " (our own broker)")}, topics {topics.Everything}");
    }

    /// <summary>Waits until everything is delivered, at most so long.</summary>
    internal Task<DrainReport> DrainAsync(TimeSpan most) => _publisher.DrainAsync(most);

    internal static StatePayload StateOf(RunHeader header, LiveState live)
    {
        var sample = new Sample
        {
            Sequence = live.Samples,
            VoltageNanoseconds = (long)(live.Seconds * 1e9),
            Volts = live.Volts,
            Amperes = live.Amperes,
            NetCoulombs = live.NetCoulombs,
            DegreesCelsius = live.DegreesCelsius,
            StepCount = live.StepCount,
            Cycle = live.Cycle,
        };
        return StatePayload.Of(header, sample, live.State, live.Step?.Technique);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _publisher.DisposeAsync();
        _source.Dispose();
        RunFile.Tidy(_path);
        if (_broker is not null)
        {
            await _broker.DisposeAsync();
        }
    }
}
