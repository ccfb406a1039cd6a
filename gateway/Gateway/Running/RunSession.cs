using System.Reflection;
using CoinRig.Analysis;
using CoinRig.Clock;
using CoinRig.Control;
using CoinRig.Protocols;
using CoinRig.Runs;

namespace CoinRig.Gateway;

/// <summary>
/// Composes one run: the rig, the run on its channel, recorder, analysis and telemetry, each on its thread; and takes
/// them down again in the order that is safe for the cell.
/// </summary>
static class RunSession
{
    /// <summary>How long the end of a run waits for the broker.</summary>
    static readonly TimeSpan MostDelivery = TimeSpan.FromSeconds(60);

    /// <summary>The same where a person stopped the run.</summary>
    static readonly TimeSpan StoppedDelivery = TimeSpan.FromSeconds(3);

    /// <summary>How often the screen looks at the run.</summary>
    static readonly TimeSpan ScreenPeriod = TimeSpan.FromMilliseconds(250);

    /// <summary>Integrals are handed over once a second of real time, so that a power cut loses no more.</summary>
    internal const long HardwareCheckpoint = RigClockExtensions.Second;

    /// <summary>The program's version, for run files.</summary>
    internal static string Version { get; } = typeof(RunSession).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>Carries a run out.</summary>
    internal static async Task<RunOutcome> RunAsync(RunRequest request, IRunScreen screen, CancellationToken stop)
    {
        screen = new UnbreakableScreen(screen);
        using var rig = OpenRig(request);
        return await RunAsync(request, rig, rig.IsVirtual || !OperatingSystem.IsLinux() ? null : new LinuxKernel(), screen, stop);
    }

    /// <summary>Carries a run out on a rig, which stays the caller's, with the rights that a system grants to its scan.</summary>
    internal static async Task<RunOutcome> RunAsync(RunRequest request, IRig rig, IRealTimeKernel? kernel, IRunScreen screen, CancellationToken stop)
    {
        var real = new RealClock();
        var channel = rig.Board.Channels.FirstOrDefault(c => c.Number == request.Channel)
            ?? throw new RefusedException($"The board '{request.Profile.Name}' has channels 1 to {rig.Board.Channels.Count}; --channel {request.Channel} is none of them.");
        // Before there is a run: without its supervisor, or with one that has tripped, nothing begins.
        rig.Supervisor?.Greet();
        var feed = new Feed();
        Action pause = () => real.Wait(RigClockExtensions.Millisecond);
        var writer = new FeedWriter(feed, rig.IsVirtual ? pause : null, pause);
        var results = new CommittedResults();
        var run = new ChannelRun(request.Plan, channel, rig.Clock, writer,
            new RunSettings(request.Profile.ScanPeriodNanoseconds, rig.IsVirtual ? 0 : HardwareCheckpoint, rig.Thermometer) { Resume = request.Interrupted?.Point, Results = results, Lines = rig.Board.Lines, Supervision = SupervisionOf(request.Plan, request.Channel, rig) });
        // Before the file is opened to be written: a cell that must not be connected leaves it as it was.
        request.Interrupted?.Point.RequireCell(channel, request.Plan.Cell);
        foreach (var trip in SupervisedNote.TripsSince(request, rig))
        {
            run.Note(trip.Code, trip.Severity, trip.Message);
        }
        var analysis = AnalysisOf(request);
        var disk = new DiskWatch(request.Directory, DiskSpace.Of);
        if (request.Interrupted is null && disk.BeforeRun(PlanEstimate.Of(request.Plan, request.Profile.ScansPerSecond).FileBytes) is { } little)
        {
            screen.Notice(little);
        }
        var file = request.Interrupted is null ? RunFile.Create(request.Directory, HeaderOf(request, rig)) : Reopen(request.Interrupted, analysis, results);
        using var recorder = new Recorder(file, feed, [analysis], CommitRuleOf(request)) { Results = results };
        results.BeforeRead = rig.IsVirtual ? () => AwaitCommit(recorder, pause) : null;
        using var stopping = stop.Register(() =>
        {
            if (request.Leave.IsCancellationRequested)
            {
                run.RequestSuspend("The system ended the program, or its terminal was lost. The cell was taken off; 'coinrig resume' goes on by the protocol's rule 'after_power_loss'.");
                return;
            }
            run.RequestStop("A person stopped the run (Ctrl-C).");
        });
        var telemetry = request.Telemetry is null ? null : await TelemetrySession.TryStartAsync(request.Telemetry, recorder, file.Header, run.Live, screen.Notice);
        try
        {
            screen.Begin(file.Path, telemetry?.Description);
            using var watchdog = SystemdWatchdog.Of(Environment.GetEnvironmentVariable("NOTIFY_SOCKET"));
            watchdog?.Ready();
            await CarryOutAsync(rig.Clock, run, recorder, real, kernel, screen, new RunWatch(run, disk, new SupplyWatch(new HostFiles()), watchdog));
            var virtualSeconds = rig.Clock.Nanoseconds * 1e-9;
            var realSeconds = real.Nanoseconds * 1e-9;
            var delivery = telemetry is null ? null : await DeliverAsync(telemetry, screen, stop);
            return OutcomeOf(file.Path, run, recorder, delivery, request.Telemetry?.Broker, virtualSeconds, realSeconds);
        }
        finally
        {
            if (telemetry is not null)
            {
                await telemetry.DisposeAsync();
            }
        }
    }

    /// <summary>In virtual time a result is read when all that was before it is in the file: nobody is in a hurry, and a seed gives the same run.</summary>
    internal static void AwaitCommit(Recorder recorder, Action pause)
    {
        recorder.AskCommit();
        while (recorder.IsCommitAsked)
        {
            pause();
        }
    }

    static IRig OpenRig(RunRequest request)
    {
        if (request.OnHardware)
        {
            return HardwareRig.Open(request.Profile);
        }
        if (request.Interrupted is not { } interrupted)
        {
            return TwinRig.WithCell(request.Profile, request.Plan.Cell, request.Channel, request.Seed, request.Speed);
        }
        using var reader = RunFileReader.Open(interrupted.Path);
        var cell = TwinCellReplay.Of(request.Plan.Cell, reader, interrupted.Point, interrupted.TwinGapSeconds);
        return TwinRig.WithUsedCell(request.Profile, cell, request.Channel, request.Seed, request.Speed, interrupted.Point.LastUtc.AddSeconds(interrupted.TwinGapSeconds));
    }

    /// <summary>The board's supervisor for a run; null where there is none.</summary>
    internal static SupervisedChannel? SupervisionOf(Plan plan, int channel, IRig rig)
    {
        var (lowest, highest) = CellLimits.Of(plan);
        return rig.Supervisor?.Watch(channel, lowest, highest);
    }

    /// <summary>Opens the file of an interrupted run. The analysis reads it first: its state is nowhere else, and its results up to here are in the file.</summary>
    internal static RunFile Reopen(InterruptedRequest interrupted, IRunReader analysis, CommittedResults results)
    {
        using (var reader = RunFileReader.Open(interrupted.Path))
        {
            reader.Replay(analysis);
            foreach (var (_, row) in reader.Results())
            {
                results.Add(row);
            }
        }
        return RunFile.Continue(interrupted.Path, interrupted.Point.Step);
    }

    /// <summary>As the protocol's <c>durability</c> says by the rig's clock; else once a second of real time: on the twin held back to a multiple of it, so many seconds of the rig's.</summary>
    internal static CommitRule CommitRuleOf(RunRequest request) => request.OnHardware || request.Speed <= 1 || request.Plan.DurabilitySeconds is not null ? CommitRule.Every(request.Plan.DurabilitySeconds ?? 1)
        : double.IsPositiveInfinity(request.Speed) ? CommitRule.FullSpeed
        : CommitRule.Paced(request.Speed);

    /// <summary>The scan runs on a thread of its own while this one shows how it goes. Whatever happens here, the run is brought to its end.</summary>
    static async Task CarryOutAsync(IRigClock clock, ChannelRun run, Recorder recorder, RealClock real, IRealTimeKernel? kernel, IRunScreen screen, RunWatch watch)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var recording = new RecorderThread(recorder, real);
        var scan = ScanThread.Start(clock, run, kernel, ended.SetResult, out var warning);
        try
        {
            if (warning is not null)
            {
                screen.Notice(warning);
            }
            using var timer = new PeriodicTimer(ScreenPeriod, TimeProvider.System);
            while (!ended.Task.IsCompleted)
            {
                screen.Update(run.Live);
                watch.Look(real.Nanoseconds * 1e-9);
                await Task.WhenAny(ended.Task, timer.WaitForNextTickAsync().AsTask());
            }
        }
        finally
        {
            run.RequestStop("the program ends");
            scan.Join();
            recording.Stop();
            recorder.Dispose();
        }
        screen.Update(run.Live);
    }

    /// <summary>Somebody who stopped the run wants to go: the broker gets a few seconds. Who waits for the delivery may end that, too.</summary>
    static async Task<Telemetry.Publishing.DrainReport> DeliverAsync(TelemetrySession telemetry, IRunScreen screen, CancellationToken stop)
    {
        var wasStopped = stop.IsCancellationRequested;
        var most = wasStopped ? StoppedDelivery : MostDelivery;
        var delivery = telemetry.DrainAsync(most);
        if (!delivery.IsCompleted)
        {
            screen.Delivering(most);
        }
        if (wasStopped)
        {
            return await delivery;
        }
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = stop.Register(stopped.SetResult);
        return await Task.WhenAny(delivery, stopped.Task) == delivery ? await delivery : await telemetry.DrainAsync(TimeSpan.Zero);
    }

    static RunOutcome OutcomeOf(string path, ChannelRun run, Recorder recorder, Telemetry.Publishing.DrainReport? delivery, Telemetry.BrokerAddress? broker, double virtualSeconds, double realSeconds)
    {
        var (state, message) = EndOf(run, recorder);
        return new RunOutcome(path, state, message, delivery, broker, virtualSeconds, realSeconds);
    }

    /// <summary>How a run has ended, and why. One that ended well but was not stored to its end is no run that is done.</summary>
    internal static (RunState State, string Message) EndOf(ChannelRun run, Recorder recorder) =>
        run.Live.State == RunState.Done && recorder.Fault is { } fault ? (RunState.Failed, fault) : (run.Live.State, run.Message);

    internal static RunHeader HeaderOf(RunRequest request, IRig rig) =>
        RunHeader.Of(request.Plan, request.Profile, request.Channel, rig.Source == HardwareRig.SourceName ? null : rig.Seed, rig.Clock.UtcNow, Version);

    internal static IRunReader AnalysisOf(RunRequest request) => new RunAnalyzer(request.Plan.Cell, MeasurementUncertainty.Of(request.Profile.Channels[request.Channel - 1]));
}
