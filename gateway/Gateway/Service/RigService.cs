using CoinRig.Clock;
using CoinRig.Control;
using CoinRig.Telemetry;

namespace CoinRig.Gateway;

/// <summary>A rig that is served: its boards on their threads, the queues of its channels, and what people may ask of them, from any thread.</summary>
sealed partial class RigService : IAsyncDisposable
{
    internal const string SuspendReason = "The service was stopped (Ctrl-C or a signal). The cell was taken off; at the next start the run goes on by its protocol's rule 'after_power_loss'.";

    /// <summary>How often systemd's watchdog is fed, s: less often than the slowest scan, and far more often than it bites.</summary>
    const double FeedSeconds = 5;

    readonly RigSetup _setup;
    readonly ServiceContext _service;
    readonly ServedBoard[] _boards;
    double _nextFeed;

    RigService(RigSetup setup, ServiceContext service, ServedBoard[] boards) => (_setup, _service, _boards) = (setup, service, boards);

    /// <summary>What the service says.</summary>
    internal ServiceLog Log => _service.Log;

    /// <summary>Where it publishes, in words.</summary>
    internal string? Telemetry => _service.Deliveries.Description;

    /// <summary>How many channels there are.</summary>
    internal int Channels => _setup.Channels;

    /// <summary>Opens the boards and begins with the queues.</summary>
    /// <param name="setup">The rig.</param>
    /// <param name="options">How it is served.</param>
    /// <param name="say">Gets lines for the person.</param>
    /// <exception cref="RefusedException">The queues cannot be read, or are of another rig.</exception>
    internal static async Task<RigService> StartAsync(RigSetup setup, ServiceOptions options, Action<string> say)
    {
        var log = new ServiceLog(say, TimeProvider.System);
        var book = new QueueBook(new QueueFile(Path.Combine(options.RunsFolder, QueueFile.Name)), setup.Channels, setup.Queue, w => log.Say(null, EventSeverity.Warning, w));
        var deliveries = await Deliveries.StartAsync(setup.IsMqttOff ? null : options.Topics, setup.Broker, setup.MayMarkByMqtt, line => log.Say(null, EventSeverity.Note, line));
        AlarmCommand? alarms = null;
        RigService? service = null;
        if ((options.OnAlarm ?? setup.OnAlarm) is { Length: > 0 } command)
        {
            alarms = new AlarmCommand(command, TimeProvider.System, (alarm, problem) => service?.AlarmCommandFailed(alarm, problem));
        }
        var context = new ServiceContext
        {
            Rig = setup.Name, Book = book, Log = log, Deliveries = deliveries, OnAlarmCommand = alarms, RunsFolder = options.RunsFolder, Speed = options.Speed, Real = new RealClock(),
        };
        var (boards, number) = (new List<ServedBoard>(), 0);
        foreach (var board in setup.Boards)
        {
            var channels = board.Channels.Select(onBoard => new ServedChannel(++number, onBoard, context)).ToArray();
            boards.Add(new ServedBoard(board, boards.Count + 1, options.Open, board.OnHardware && OperatingSystem.IsLinux() ? new LinuxKernel() : options.Kernel, channels, context));
        }
        service = new RigService(setup, context, [.. boards]);
        service.FindInterrupted();
        deliveries.Announce(setup.MayMarkByMqtt ? service.MarkByMqtt : null);
        foreach (var board in boards)
        {
            board.Start();
        }
        return service;
    }

    /// <summary>Scans of the runs that go.</summary>
    internal long ScansDone => _boards.Sum(b => b.Channels.Sum(c => c.Run?.Run.Live.Scans ?? 0));

    /// <summary>Whether nothing runs and nothing can begin by itself.</summary>
    internal bool IsAtRest => _service.Book.IsAtRest && _boards.All(b => b.Channels.All(c => c.Run is null && !c.IsBusy));

    /// <summary>Pauses the run of a channel.</summary>
    internal string Pause(int channel)
    {
        var run = RunOf(channel);
        if (run.Run.Live.IsPaused)
        {
            throw new RefusedException($"Channel {channel} is paused already; 'coinrig continue {channel}' lets it go on.");
        }
        run.Run.RequestPause();
        Wake(channel);
        return $"Channel {channel}: pauses at its next scan. 'coinrig continue {channel}' lets it go on.";
    }

    /// <summary>Lets a paused run, one that waits, one that was cut off, or a channel that is held, go on.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="voltsWithin">By how much the voltage of a cell may have moved whose run was cut off, V; null for the protocol's own.</param>
    internal string Continue(int channel, double? voltsWithin = null)
    {
        var (served, board) = Find(channel);
        if (served.Run is { } run && !run.Run.HasEnded)
        {
            if (!run.Run.Live.IsPaused && run.Wait.Request is { } waited)
            {
                run.Wait.Release();
                Wake(channel);
                return $"Channel {channel}: step {waited.StepNumber} waits no longer for {OutsideWait.InWords(waited)}.";
            }
            if (!run.Run.Live.IsPaused)
            {
                throw new RefusedException($"Channel {channel} is not paused: it runs.");
            }
            run.Run.RequestContinue();
            Wake(channel);
            return $"Channel {channel}: goes on at its next scan.";
        }
        if (TakeUp(served, board, voltsWithin) is { } taken)
        {
            return taken;
        }
        var wasMissing = board.Rig is null;
        // Once it is released the board may take the entry at once.
        var next = Waiting(channel);
        board.AskReopen();
        var held = _service.Book.Release(channel);
        Wake(channel);
        return held is null && !wasMissing ? $"Channel {channel} was not held: {next}." : $"Channel {channel}: goes on: {next}.";
    }

    /// <summary>Ends the step that runs on a channel, as if its end were reached.</summary>
    internal string Skip(int channel)
    {
        var run = RunOf(channel);
        if (run.Run.Live.IsPaused)
        {
            throw new RefusedException($"Channel {channel} is paused: 'coinrig continue {channel}' first, then skip.");
        }
        run.Run.RequestSkip();
        Wake(channel);
        return $"Channel {channel}: step {run.Run.Live.StepCount} ends at its next scan.";
    }

    /// <summary>Stops the run of a channel, or gives up the one that was cut off; its queue does not go on by itself.</summary>
    internal string Stop(int channel)
    {
        if (GiveUp(Find(channel).Channel) is { } given)
        {
            return given;
        }
        var run = RunOf(channel);
        _service.Book.Hold(channel, $"Stopped by a person: {run.Path}. 'coinrig continue {channel}' goes on with the next entry.");
        run.Run.RequestStop("A person stopped the run ('coinrig stop').");
        Wake(channel);
        return $"Channel {channel}: stops at its next scan, and its queue waits for 'coinrig continue {channel}'.";
    }

    /// <summary>Sets a mark in the run of a channel, now.</summary>
    internal string Mark(int channel, string text, MarkSource source)
    {
        var run = RunOf(channel);
        var now = Find(channel).Board.Nanoseconds;
        if (!run.Run.Mark(text, source, now))
        {
            throw new RefusedException($"Channel {channel}: the run has just ended; the mark is in no file.");
        }
        Wake(channel);
        return $"Channel {channel}: marked '{text}'.";
    }

    /// <summary>How all channels stand.</summary>
    internal RigStatus Status() => new(_setup.Name, Telemetry,
        [.. _boards.SelectMany(b => b.Channels.Select(c => ChannelStatus.Of(c, b, _service.Book.Snapshot(c.Number))))], Log.Last);

    /// <summary>Looks after what is around the runs: disk, supply, and systemd's watchdog, which is fed only while every run that goes makes scans.</summary>
    /// <param name="seconds">Real time, s.</param>
    /// <param name="watchdog">The watchdog; null where the process is no service.</param>
    internal void LookAfter(double seconds, SystemdWatchdog? watchdog)
    {
        var runs = _boards.SelectMany(b => b.Channels.Select(c => (Board: b, c.Run))).Where(r => r.Run is not null).ToArray();
        foreach (var (_, run) in runs)
        {
            run!.Watch.Look(seconds);
        }
        if (seconds >= _nextFeed)
        {
            _nextFeed = seconds + FeedSeconds;
            watchdog?.Feed([.. runs.Where(r => !r.Board.MayStandStill(r.Run!)).Select(r => r.Run!.Run.Live)]);
        }
    }

    void MarkByMqtt(int channel, string text)
    {
        try
        {
            Mark(channel, text, MarkSource.Mqtt);
        }
        catch (RefusedException e)
        {
            Log.Say(channel, EventSeverity.Warning, $"a mark over MQTT ('{text}') is in no run: {e.Message}");
        }
    }

    void AlarmCommandFailed(Alarm alarm, string problem)
    {
        var message = $"The command for alarms failed for '{alarm.Code}': {problem}. Nobody may have been told.";
        Log.Say(alarm.Channel == 0 ? null : alarm.Channel, EventSeverity.Warning, message);
        if (alarm.Channel > 0 && Find(alarm.Channel).Channel.Run is { } run && run.Path == alarm.Run)
        {
            run.Run.Happened("alarm-command-failed", EventSeverity.Warning, message);
        }
    }

    string Waiting(int channel) => _service.Book.Snapshot(channel).Waiting is [var first, ..] ? $"next is entry {first.Id}, '{first.Protocol}'" : "nothing waits in its queue";

    ServedRun RunOf(int channel) => Find(channel).Channel.Run is { } run && !run.Run.HasEnded ? run
        : throw new RefusedException($"Nothing runs on channel {channel}. 'coinrig status' shows what does.");

    (ServedChannel Channel, ServedBoard Board) Find(int channel)
    {
        foreach (var board in _boards)
        {
            foreach (var served in board.Channels)
            {
                if (served.Number == channel)
                {
                    return (served, board);
                }
            }
        }
        throw QueueBook.NoChannel(channel, Channels);
    }

    void Wake(int channel)
    {
        var (served, board) = Find(channel);
        served.Look();
        board.Wake();
    }

    /// <summary>Does without safety's order what can be done at once: lets go every relay of a real board.</summary>
    internal void LetGo()
    {
        foreach (var board in _boards)
        {
            (board.Rig as HardwareRig)?.LetGo();
        }
    }

    /// <summary>Takes every cell off and leaves its run for the next start, closes boards and files, and delivers for a few seconds what is left.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var board in _boards)
        {
            board.Stop();
        }
        foreach (var board in _boards)
        {
            board.Dispose();
        }
        await _service.Deliveries.DisposeAsync();
        if (_service.OnAlarmCommand is { } alarms)
        {
            await alarms.DisposeAsync();
        }
    }
}
