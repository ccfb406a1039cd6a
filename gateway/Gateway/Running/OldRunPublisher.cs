using CoinRig.Runs;
using CoinRig.Telemetry;
using CoinRig.Telemetry.Broker;
using CoinRig.Telemetry.Publishing;

namespace CoinRig.Gateway;

/// <summary>Delivers a run from the shelf: what a broker has not yet, or all of it again.</summary>
static class OldRunPublisher
{
    /// <summary>How long it looks for a broker, or for a subscriber of our own, that takes something.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(100);

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
        using var source = new RunFileSource(options.RunFile);
        await using var publisher = new RunPublisher(source, new RunFileCursor(options.RunFile), topics, new PublisherOptions
        {
            Broker = address,
            Sink = TelemetryRequest.SinkOf(options.Broker),
            ClientId = broker?.GatewayClientId ?? $"coinrig-publish-{Environment.ProcessId}",
            IsLive = false,
            FromStart = options.FromTheStart,
            HoldUnheard = broker is not null,
        }, TimeProvider.System, screen.Warn);
        var report = await publisher.DrainAsync(TimeSpan.Zero);
        if (report.IsComplete)
        {
            screen.Say($"Nothing was sent: {(broker is null ? address : "whoever listened to our own broker")} has all {samples} samples of {options.RunFile}. --again delivers them once more.");
        }
        else
        {
            screen.Say($"Publishing {options.RunFile} ({samples} samples, {report.SamplesLeft} of them to be sent) to {address}, topics {topics.Everything}");
            if (broker is not null)
            {
                screen.Say($"That is our own broker; it waits {Patience.TotalSeconds:0} s for a subscriber. Ctrl-C ends it.");
            }
            publisher.Start();
            report = await DeliverAsync(publisher, report, stop);
            SayEnd(report, screen);
        }
        if (screen.IsJson)
        {
            screen.Document(new { Run = options.RunFile, Delivered = publisher.DeliveredSequence, report.SamplesLeft, report.ResultsLeft, report.EventsLeft });
        }
        return report.IsComplete ? ExitCode.Done : ExitCode.Failed;
    }

    /// <summary>Waits until all is delivered, or nothing moves any more for as long as patience lasts.</summary>
    static async Task<DrainReport> DeliverAsync(RunPublisher publisher, DrainReport report, CancellationToken stop)
    {
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        using var timer = new PeriodicTimer(LookAgain, TimeProvider.System);
        while (!report.IsComplete && !patience.IsCancellationRequested && !stop.IsCancellationRequested)
        {
            await timer.WaitForNextTickAsync(CancellationToken.None);
            var now = await publisher.DrainAsync(TimeSpan.Zero);
            if (now.Left < report.Left)
            {
                patience.CancelAfter(Patience);
            }
            report = now;
        }
        return report;
    }

    static void SayEnd(DrainReport report, Screen screen)
    {
        if (report.IsComplete)
        {
            screen.Say("Everything was delivered.");
        }
        else
        {
            screen.Warn($"Not delivered: {report.InWords} ({report.Reason}). They stay in the run file; give the command again.");
        }
    }
}
