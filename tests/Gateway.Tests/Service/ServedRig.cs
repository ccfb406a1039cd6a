using CoinRig.Documents;
using CoinRig.Runs;
using CoinRig.Telemetry;
using CoinRig.Twin;

namespace CoinRig.Gateway.Tests;

/// <summary>A rig of twins that is served in virtual time, with faults planted and its socket at hand.</summary>
sealed class ServedRig : IAsyncDisposable
{
    internal const string Short = """
        name: Short
        record: {dt: 5 s}
        steps:
          - Rest for 10 seconds
          - step: constant_current
            current: C/10
            until: [time > 2 min]
          - Rest for 10 seconds
        """;

    /// <summary>Goes on until somebody does something: weeks of the twin's time would pass before.</summary>
    internal const string Long = """
        name: Long
        record: {dt: 1 min}
        steps:
          - step: constant_current
            current: 1 uA
            until: [time > 2000 h]
          - Rest for 10 seconds
        """;

    readonly TempFolder _folder;
    readonly bool _ownsFolder;
    readonly SocketServer _server;

    ServedRig(TempFolder folder, bool ownsFolder, RigService service, SocketServer server, IReadOnlyList<string> said) =>
        (_folder, _ownsFolder, Service, _server, Said) = (folder, ownsFolder, service, server, said);

    internal RigService Service { get; }

    internal IReadOnlyList<string> Said { get; }

    internal string SocketPath => _server.Path;

    internal string Runs => _folder.File("runs");

    /// <summary>Serves a rig.</summary>
    /// <param name="boards">Lines of the rig file below <c>boards:</c>, or more.</param>
    /// <param name="plant">Plants faults in the twin of a board, by its place from 1.</param>
    /// <param name="folder">Where; null for a folder of its own.</param>
    /// <param name="speed">The twins' speed.</param>
    /// <param name="onAlarm">The command at an alarm.</param>
    /// <param name="supervised">Plants faults in the supervisor of a board.</param>
    internal static async Task<ServedRig> StartAsync(string boards, Action<int, BoardTwin>? plant = null, TempFolder? folder = null, double speed = double.PositiveInfinity, string? onAlarm = null,
        Action<BoardTwin, SupervisorTwin>? supervised = null)
    {
        var place = folder ?? new TempFolder();
        place.With("short.yaml", Short);
        place.With("long.yaml", Long);
        Directory.CreateDirectory(place.File("runs"));
        var setup = RigFile.Read(Document.Parse($"name: test\n{boards}", "rig.yaml"), place.Path, place.File("runs"));
        var said = new List<string>();
        var options = new ServiceOptions(place.File("runs"), new Topics("lab", "rig"), speed, onAlarm, board =>
        {
            var index = Array.FindIndex([.. setup.Boards], b => b.Seed == board.Seed) + 1;
            BoardTwin? made = null;
            var rig = TwinRig.WithEmptyHolders(board.Profile, board.Seed, speed, twin =>
            {
                made = twin;
                plant?.Invoke(index, twin);
            }, board.TwinStartUtc);
            if (rig.SupervisorTwin is { } supervisor)
            {
                supervised?.Invoke(made!, supervisor);
            }
            return rig;
        });
        RigService? service = null;
        var server = SocketServer.Listen(place.File("s"), line => new Answers(service!).To(line));
        service = await RigService.StartAsync(setup, options, line =>
        {
            lock (said)
            {
                said.Add(line);
            }
        });
        return new ServedRig(place, folder is null, service, server, said);
    }

    /// <summary>Calls a client of this rig.</summary>
    internal Called Call(params string[] arguments) => Called.With([.. arguments, "--socket", SocketPath]);

    /// <summary>Waits until something is so; real time, because boards have threads of their own.</summary>
    internal static async Task UntilAsync(Func<bool> isSo, string what)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        for (var i = 0; i < 12_000; i++)
        {
            if (isSo())
            {
                return;
            }
            await timer.WaitForNextTickAsync();
        }
        Assert.Fail($"in a minute it did not happen that {what}");
    }

    internal Task AtRestAsync() => UntilAsync(() => Service.IsAtRest, "all came to rest");

    internal ChannelStatus Channel(int channel) => Service.Status().Channels[channel - 1];

    internal Task StateAsync(int channel, string state) => UntilAsync(() => Channel(channel).State == state, $"channel {channel} was {state}");

    /// <summary>The run files of a channel, in their order.</summary>
    internal IReadOnlyList<string> FilesOf(int channel) => [.. Directory.GetFiles(Runs, $"*__ch{channel}__*{RunNames.Extension}").Order(StringComparer.Ordinal)];

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        await _server.DisposeAsync();
        if (_ownsFolder)
        {
            _folder.Dispose();
        }
    }
}
