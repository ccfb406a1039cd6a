using CoinRig.Runs;
using CoinRig.Telemetry;
using CoinRig.Telemetry.Broker;
using CoinRig.Telemetry.Publishing;

namespace CoinRig.Gateway;

/// <summary>Delivers a run from the shelf: what a broker has not yet, or all of it again.</summary>
static class OldRunPublisher
{
    /// <summary>How long it looks for a broker, or for a subscriber of our own, that takes something.</summary>
    static readonly TimeSpan Most = TimeSpan.FromSeconds(60);

    /// <summary>Publishes a run.</summary>
    /// <returns>The exit code: 0 where everything is delivered.</returns>
    internal static async Task<int> PublishAsync(PublishOptions options, Screen screen, CancellationToken stop)
    {
        var topics = new Topics(options.Rig.Lab, options.Rig.Rig);
        long samples;
        using (var reader = RunFileReader.Open(options.RunFile))
        {
            samples = reader.LastSequence;
        }
        await using var broker = options.Broker is null ? await EmbeddedBroker.StartAsync(TimeProvider.System) : null;
        var address = options.Broker ?? broker!.Address;
        screen.Say($"Publishing {options.RunFile} ({samples} samples) to {address}{(broker is null ? "" : " (our own broker; it waits for a subscriber)")}, topics {topics.Everything}");
        using var source = new RunFileSource(options.RunFile);
        await using var publisher = new RunPublisher(source, new RunFileCursor(options.RunFile), topics, new PublisherOptions
        {
            Broker = address,
            ClientId = broker?.GatewayClientId ?? $"coinrig-publish-{Environment.ProcessId}",
            IsLive = false,
            FromStart = options.FromTheStart,
            HoldUnheard = broker is not null,
        }, TimeProvider.System, screen.Warn);
        publisher.Start();
        var drain = publisher.DrainAsync(Most);
        await Task.WhenAny(drain, Stopped(stop));
        var report = await publisher.DrainAsync(TimeSpan.Zero);
        if (report.IsComplete)
        {
            screen.Say("Everything was delivered.");
        }
        else
        {
            screen.Warn($"{report.SamplesLeft} samples, {report.ResultsLeft} results and {report.EventsLeft} events are not delivered: "
                + $"{(report.IsUnheard ? "nobody subscribes" : report.Problem)}. They stay in the run file; give the command again.");
        }
        if (screen.IsJson)
        {
            screen.Document(new { Run = options.RunFile, Delivered = publisher.DeliveredSequence, report.SamplesLeft, report.ResultsLeft, report.EventsLeft });
        }
        return report.IsComplete ? ExitCode.Done : ExitCode.Failed;
    }

    static Task Stopped(CancellationToken stop)
    {
        var stopped = new TaskCompletionSource();
        stop.Register(stopped.SetResult);
        return stopped.Task;
    }
}
