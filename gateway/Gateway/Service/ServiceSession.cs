using CoinRig.Clock;
using CoinRig.Control;

namespace CoinRig.Gateway;

/// <summary>Serves a rig until somebody stops it, or until all is done.</summary>
static class ServiceSession
{
    static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(100);

    /// <summary>Serves.</summary>
    /// <returns>The exit code: 0, or 1 where something is held or failed with <paramref name="untilDone"/>.</returns>
    internal static async Task<int> RunAsync(RigSetup setup, ServiceOptions options, string socket, bool untilDone, Screen screen, StopSignals signals)
    {
        Directory.CreateDirectory(options.RunsFolder);
        RigService? service = null;
        await using var server = SocketServer.Listen(socket, line => service is null ? Answers.Refusal("The service begins; try again in a moment.") : new Answers(service).To(line));
        service = await RigService.StartAsync(setup, options, screen.Warn);
        try
        {
            signals.OnSecond(() =>
            {
                service.LetGo();
                Environment.Exit(ExitCode.Failed);
            });
            screen.Say($"'{setup.Name}' is served: {setup.Boards.Count} board(s), {setup.Channels} channel(s); socket {socket}; runs in {options.RunsFolder}.");
            screen.Say(service.Telemetry ?? "Nothing is published.");
            if (setup.HasUnusedQueue)
            {
                screen.Say($"What waits is in {Path.Combine(options.RunsFolder, QueueFile.Name)}; the rig file's own 'queue' is for a rig that has none yet ('coinrig queue' changes it).");
            }
            using var watchdog = SystemdWatchdog.Of(Environment.GetEnvironmentVariable("NOTIFY_SOCKET"));
            watchdog?.Ready();
            await WaitAsync(service, untilDone, watchdog, signals.Token);
        }
        finally
        {
            await service.DisposeAsync();
        }
        var status = service.Status();
        if (screen.IsJson)
        {
            screen.Document(status);
        }
        screen.Say("All cells are off, all run files closed, and the queues kept.");
        return untilDone && !signals.Token.IsCancellationRequested && status.Channels.Any(c => c.State is "held" or "no-board") ? ExitCode.Failed : ExitCode.Done;
    }

    static async Task WaitAsync(RigService service, bool untilDone, SystemdWatchdog? watchdog, CancellationToken stop)
    {
        var real = new RealClock();
        using var timer = new PeriodicTimer(LookAgain, TimeProvider.System);
        while (!stop.IsCancellationRequested && !(untilDone && service.IsAtRest))
        {
            service.LookAfter(real.Nanoseconds * 1e-9, watchdog);
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
        if (stop.IsCancellationRequested)
        {
            service.Log.Say(null, EventSeverity.Note, "stops: every cell is taken off, and its run goes on at the next start ('coinrig stop N' ends one for good); a second signal lets the relays go and ends at once");
        }
    }
}
