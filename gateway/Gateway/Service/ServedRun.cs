using CoinRig.Clock;
using CoinRig.Control;
using CoinRig.Protocols;
using CoinRig.Runs;

namespace CoinRig.Gateway;

/// <summary>One run of the service: the scan's part, its recorder on a thread of its own, and its delivery.</summary>
sealed class ServedRun : IDisposable
{
    readonly Recorder _recorder;
    readonly RecorderThread _recording;

    ServedRun(QueueEntry entry, RunRequest request, ChannelRun run, Recorder recorder, RunHeader header, AlarmReader alarms, OutsideWait wait, RealClock real)
    {
        (Entry, Run, Plan, Header, Alarms, Wait, _recorder) = (entry, run, request.Plan, header, alarms, wait, recorder);
        Watch = new RunWatch(run, DiskOf(request), new SupplyWatch(new HostFiles()), null);
        Scanned = run;
        Estimate = PlanEstimate.Of(request.Plan, request.Profile.ScansPerSecond);
        _recording = new RecorderThread(recorder, real);
    }

    /// <summary>The entry of the queue.</summary>
    internal QueueEntry Entry { get; }

    /// <summary>What is scanned.</summary>
    internal ChannelRun Run { get; }

    /// <summary>What the board's thread calls: the run, or its turns with the board's other channels.</summary>
    internal IScanned Scanned { get; set; }

    /// <summary>What it does.</summary>
    internal Plan Plan { get; }

    /// <summary>What it is expected to take.</summary>
    internal PlanEstimate Estimate { get; }

    /// <summary>What its file says about it.</summary>
    internal RunHeader Header { get; }

    /// <summary>Its warnings and alarms.</summary>
    internal AlarmReader Alarms { get; }

    /// <summary>Path of its file.</summary>
    internal string Path => _recorder.Path;

    /// <summary>Who records it.</summary>
    internal Recorder Recorder => _recorder;

    /// <summary>Why it cannot be taken for done; empty where it can. What was not stored is not done.</summary>
    internal string Problem => Run.Live.State == RunState.Done ? _recorder.Fault ?? "" : Run.Message;

    /// <summary>What sets its marks by plan; null for nothing.</summary>
    internal StepMarks? Marks { get; private init; }

    /// <summary>What ends its waits.</summary>
    internal OutsideWait Wait { get; }

    /// <summary>Disk and supply.</summary>
    internal RunWatch Watch { get; }

    /// <summary>Makes a new run ready; nothing moves yet.</summary>
    /// <param name="entry">The entry of the queue.</param>
    /// <param name="channel">The channel's number over the rig.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="rig">The board.</param>
    /// <param name="real">The real clock.</param>
    /// <param name="onAlarm">Gets path of the run and alarm.</param>
    /// <param name="claimed">Is told of the file's path before anything is in it; where it throws, the run is not made.</param>
    internal static ServedRun Begin(QueueEntry entry, int channel, RunRequest request, IRig rig, RealClock real, Action<string, RigEvent> onAlarm, Action<string> claimed) =>
        Make(entry, request, rig, real, onAlarm, (_, _) =>
        {
            var header = RunSession.HeaderOf(request, rig);
            return RunFile.Create(request.Directory, header with { RunId = $"{header.RunId}__ch{channel}" }, claimed);
        });

    /// <summary>Makes a run that was cut off ready to go on, once its cell has been looked at (<see cref="CellLook"/>).</summary>
    internal static ServedRun TakeUp(QueueEntry entry, RunRequest request, IRig rig, RealClock real, Action<string, RigEvent> onAlarm) =>
        Make(entry, request, rig, real, onAlarm, (analysis, results) => RunSession.Reopen(request.Interrupted!, analysis, results));

    /// <summary>Looks after the disk of a run.</summary>
    internal static DiskWatch DiskOf(RunRequest request) => new(request.Directory, DiskSpace.Of);

    static ServedRun Make(QueueEntry entry, RunRequest request, IRig rig, RealClock real, Action<string, RigEvent> onAlarm, Func<IRunReader, CommittedResults, RunFile> open)
    {
        var feed = new Feed();
        Action pause = () => real.Wait(RigClockExtensions.Millisecond);
        var (results, wait, analysis) = (new CommittedResults(), new OutsideWait(), RunSession.AnalysisOf(request));
        var run = new ChannelRun(request.Plan, rig.Board.Channels.First(c => c.Number == request.Channel), rig.Clock, new FeedWriter(feed, rig.IsVirtual ? pause : null, pause),
            new RunSettings(request.Profile.ScanPeriodNanoseconds, rig.IsVirtual ? 0 : RunSession.HardwareCheckpoint, rig.Thermometer)
            {
                Resume = request.Interrupted?.Point, Results = results, Waits = wait, Lines = rig.Board.Lines,
                Supervision = RunSession.SupervisionOf(request.Plan, request.Channel, rig),
            });
        var file = open(analysis, results);
        var alarms = new AlarmReader(e => onAlarm(file.Path, e));
        var recorder = new Recorder(file, feed, [analysis, alarms, wait], RunSession.CommitRuleOf(request)) { Results = results };
        results.BeforeRead = rig.IsVirtual ? () => RunSession.AwaitCommit(recorder, pause) : null;
        return new ServedRun(entry, request, run, recorder, file.Header, alarms, wait, real)
        {
            Marks = entry.Order.Marks is { } plan ? new StepMarks(run, rig.Clock, plan, MarksOf(plan, file.Path)) : null,
        };
    }

    /// <summary>How many marks of a plan are in a file.</summary>
    static int MarksOf(MarkPlan plan, string path)
    {
        using var reader = RunFileReader.Open(path);
        return reader.Marks().Count(m => m.Text.StartsWith(plan.Text + " ", StringComparison.Ordinal));
    }

    /// <summary>Waits until all is in the file, and closes it.</summary>
    public void Dispose()
    {
        (Scanned as IDisposable)?.Dispose();
        _recording.Dispose();
        _recorder.Dispose();
    }
}
