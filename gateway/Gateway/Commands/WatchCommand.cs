using System.CommandLine;
using Spectre.Console;

namespace CoinRig.Gateway;

/// <summary><c>coinrig watch</c>: the same live: a table on a terminal, lines that have changed in a pipe.</summary>
static class WatchCommand
{
    static readonly TimeSpan Period = TimeSpan.FromMilliseconds(500);

    public static Command Create(Session session)
    {
        var socket = Given.Socket();
        var command = new Command("watch", "Watch all channels of a rig that is served; Ctrl-C ends it, not the rig") { socket };
        session.Do(command, (parse, screen) =>
        {
            using var signals = new StopSignals();
            using var client = SocketClient.Open(SocketPath.Choose(parse.GetValue(socket), "runs"));
            WatchAsync(client, screen, signals.Token).GetAwaiter().GetResult();
            return ExitCode.Done;
        });
        return command;
    }

    static async Task WatchAsync(SocketClient client, Screen screen, CancellationToken stop)
    {
        if (screen.Console is { } console)
        {
            await console.Live(new Text("")).StartAsync(live => EachAsync(client, status =>
            {
                var rows = StatusTable.Of(status).ToSpectre(console.Profile.Width).Cast<Spectre.Console.Rendering.IRenderable>().Concat(StatusTable.Notes(status).Select(n => new Text(n)));
                live.UpdateTarget(new Rows(rows));
            }, stop));
            return;
        }
        var shown = new Dictionary<int, (string, int?, int)>();
        await EachAsync(client, status =>
        {
            foreach (var (channel, line) in status.Channels.Zip(StatusTable.Lines(status)))
            {
                // In a pipe a line for each change of state, step or alarms; values change always.
                var now = (channel.State, channel.Step, channel.Alarms.Count);
                if (shown.TryGetValue(channel.Channel, out var before) && before == now)
                {
                    continue;
                }
                shown[channel.Channel] = now;
                screen.Output.WriteLine(line);
            }
            screen.Output.Flush();
        }, stop);
    }

    static async Task EachAsync(SocketClient client, Action<RigStatus> show, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Period, TimeProvider.System);
        while (!stop.IsCancellationRequested)
        {
            show(ServiceClient.As<RigStatus>(client.Ask(new Request { Do = "status" })));
            await ((Task)timer.WaitForNextTickAsync(stop).AsTask()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
