using System.Device.Gpio;
using CoinRig.Clock;
using CoinRig.Control;
using CoinRig.FrontEnd;
using CoinRig.Gateway;
using CoinRig.Runs;
using CoinRig.Twin;

namespace CoinRig.Faults;

/// <summary>One process of the gateway from its start to its end: composed as <c>coinrig run</c> and <c>coinrig resume</c> do it, but on one thread and in virtual time.</summary>
sealed class Life(World world, RunRequest request) : IDisposable
{
    const double SecondsBetweenLooks = 5;

    WorldRig? _rig;
    RunFile? _file;
    Recorder? _recorder;
    FakeBroker? _broker;
    ChannelRun? _run;
    bool _hasLeft;

    /// <summary>When its first scan was due, ns of the world; -1 before.</summary>
    internal long Began { get; private set; } = -1;

    /// <summary>When it ended, ns of the world.</summary>
    internal long Ended { get; private set; }

    /// <summary>Whether it was killed.</summary>
    internal bool WasKilled { get; private set; }

    /// <summary>Whether it left its run for a later one, in good order.</summary>
    internal bool HasSuspended => !WasKilled && Outcome?.State == RunState.Suspended;

    /// <summary>How many samples it had measured when it ended; 0 where it was killed before.</summary>
    internal long Samples { get; private set; }

    /// <summary>Whether it went on with a run of before.</summary>
    internal bool IsResumption => request.Interrupted is not null;

    /// <summary>What it was going on from; null for a new run.</summary>
    internal ResumePoint? Point => request.Interrupted?.Point;

    /// <summary>Why it did nothing, in its own words; null where it ran.</summary>
    internal string? Refusal { get; private set; }

    /// <summary>How the run ended in the program's own words; null where it was killed before.</summary>
    internal (RunState State, string Message)? Outcome { get; private set; }

    /// <summary>What was in the file when the run had ended, before anything was closed; null where it was killed before.</summary>
    internal RunContent? AtItsEnd { get; private set; }

    /// <summary>Whether its relay's line was low when it had left its run.</summary>
    internal bool LeftItsRelayOpen { get; set; }

    /// <summary>Whether it had a run file.</summary>
    internal bool HasFile => _file is not null;

    /// <summary>What was in the file after it was killed or had left its run; null where it was not, or nothing could be read.</summary>
    internal RunContent? Remains { get; set; }

    /// <summary>Up to which sample it said that all was safe in the file.</summary>
    internal long Committed { get; private set; }

    /// <summary>Why it stopped to record, in its own words; null where it did not.</summary>
    internal string? RecordingFault { get; private set; }

    /// <summary>Up to which sample the broker had acknowledged everything; -1 without one.</summary>
    internal long Acknowledged { get; private set; } = -1;

    /// <summary>The cell's true voltage when it decided whether to go on, V.</summary>
    internal double VoltsAtResumption { get; private set; } = double.NaN;

    /// <summary>Carries it to its end, whatever that is.</summary>
    internal void Carry()
    {
        try
        {
            Live();
        }
        catch (ProcessKilled)
        {
            WasKilled = true;
        }
        catch (Exception e) when (e is RefusedException or CellRefusedException or PlanRefusedException or RunFileException or Iot.Device.Ads1256.Ads1256Exception or TimingViolationException)
        {
            Refusal = e.Message;
        }
        Ended = world.Clock.Nanoseconds;
        Note();
        if (world.Disk.IsStopped)
        {
            (WasKilled, Refusal) = (true, null);
        }
        if (!WasKilled)
        {
            Leave();
            // The last things that a program does are closing its file and saving how far its readers are.
            WasKilled = world.Disk.IsStopped;
            RecordingFault = _recorder?.Fault ?? RecordingFault;
        }
    }

    void Note()
    {
        Acknowledged = _broker?.Acknowledged ?? Acknowledged;
        (Committed, RecordingFault) = (_recorder?.CommittedSequence ?? 0, _recorder?.Fault);
    }

    /// <summary>The system asks it to end.</summary>
    internal void Stop() => _run?.RequestSuspend("The system ends the program.");

    /// <summary>A dead process holds nothing: its files have been put aside, and what it had open is closed.</summary>
    internal void Bury()
    {
        _broker?.Dispose();
        if (!_hasLeft)
        {
            _file?.Dispose();
        }
        _rig?.Abandon();
        world.AbandonLines();
    }

    /// <summary>Both ends of a life have let go of everything.</summary>
    public void Dispose() => Leave();

    void Live()
    {
        var clock = world.Clock;
        var gpio = world.TakeLines();
        var board = Board.Open(request.Profile, world.OpenSpi, gpio, clock);
        world.ProcessAnswers();
        _rig = new WorldRig(board, gpio, world);
        var channel = board.Channels[request.Channel - 1];
        var feed = new Feed(1024);
        var results = new CommittedResults();
        var run = new ChannelRun(request.Plan, channel, clock, new FeedWriter(feed, null, () => _recorder?.Drain()),
            new RunSettings(request.Profile.ScanPeriodNanoseconds, RunSession.HardwareCheckpoint, world.Room) { Resume = Point, Results = results, Lines = board.Lines });
        _run = run;
        VoltsAtResumption = world.Channel.CellVolts;
        Point?.RequireCell(channel, request.Plan.Cell);
        var analysis = RunSession.AnalysisOf(request);
        _file = request.Interrupted is null ? RunFile.Create(request.Directory, RunSession.HeaderOf(request, _rig)) : RunSession.Reopen(request.Interrupted, analysis, results);
        _recorder = new Recorder(_file, feed, [analysis], RunSession.CommitRuleOf(request)) { Results = results };
        _broker = world.Scenario.HasBroker ? new FakeBroker(_file.Path, _recorder) : null;
        Scan(run);
        Record();
        (Outcome, Samples) = (RunSession.EndOf(run, _recorder), run.Live.Samples);
        AtItsEnd = world.Content;
        world.Trace($"the run has ended: {run.Live.State} {run.Message}");
    }

    void Scan(ChannelRun run)
    {
        var (clock, nextLook) = (world.Clock, 0.0);
        var supply = world.Scenario.Faults.Any(f => f.Type.Name == "supply sags") ? new SupplyWatch(world.Host.Files) : null;
        Began = clock.Nanoseconds;
        clock.At(Began + (long)(Scenario.LongestSeconds * 1e9), () => run.RequestStop("a person"));
        RecordAgain(run);
        while (!run.HasEnded)
        {
            clock.WaitUntil(run.NextDue);
            run.Scan();
            if (clock.Nanoseconds * 1e-9 >= nextLook)
            {
                nextLook = clock.Nanoseconds * 1e-9 + SecondsBetweenLooks;
                supply?.Look(run);
            }
        }
    }

    /// <summary>As the recorder's thread does, whatever the scan is waiting for; and the publisher's beside it.</summary>
    void RecordAgain(ChannelRun run)
    {
        if (run.HasEnded || WasKilled || _hasLeft)
        {
            return;
        }
        world.Clock.At(world.Clock.Nanoseconds + world.Scenario.ScansPerDrain * request.Profile.ScanPeriodNanoseconds, () => RecordAgain(run));
        if (world.Clock.Nanoseconds >= world.DiskBusyUntil)
        {
            Record();
            _broker?.Step(world.Broker);
        }
    }

    void Record()
    {
        _recorder!.Drain(world.Clock.Nanoseconds);
        if (world.Disk.IsStopped)
        {
            throw new ProcessKilled();
        }
    }

    /// <summary>As a program ends by itself: recorder first, then the board.</summary>
    void Leave()
    {
        if (WasKilled || _hasLeft)
        {
            return;
        }
        _hasLeft = true;
        _broker?.Dispose();
        _recorder?.Dispose();
        _rig?.Dispose();
        world.AbandonLines();
    }
}
