using CoinRig.Cells;
using CoinRig.Clock;
using CoinRig.Documents;
using CoinRig.FrontEnd;
using CoinRig.Protocols;
using CoinRig.Runs;
using CoinRig.Telemetry;

namespace CoinRig.Gateway;

/// <summary>The commands that move something, on the twin or on a board.</summary>
sealed class RigCommands : IRigCommands
{
    const string DemoProtocol = "demo";
    const string DemoCell = "ncm523-lpo";
    const string DemoProfile = "reference";

    /// <inheritdoc/>
    public int Run(RunOptions options, Screen screen, CancellationToken stop, CancellationToken leave)
    {
        var cell = CellFile.Load(options.CellFile);
        var plan = ProtocolFile.Read(Assignments.Apply(Document.Load(options.ProtocolFile), options.Set), cell);
        var profile = BoardProfileFile.Load(options.ProfileFile);
        foreach (var warning in plan.Warnings)
        {
            screen.Warn(warning.ToString());
        }
        var request = new RunRequest
        {
            Plan = plan,
            Profile = profile,
            Channel = options.Channel,
            OnHardware = OnHardware(options.Pins, profile),
            Seed = options.Seed,
            Speed = options.Speed ?? double.PositiveInfinity,
            Directory = options.RunsFolder,
            Telemetry = TelemetryOf(options.Mqtt),
            Leave = leave,
        };
        WarnOf(request.Profile, request.OnHardware, options.IsWatched, screen);
        return Carry(request, screen, stop);
    }

    /// <inheritdoc/>
    public int Resume(ResumeOptions options, Screen screen, CancellationToken stop, CancellationToken leave)
    {
        var request = RequestOf(options, screen) with { Leave = leave };
        screen.Say(Resumption.InWords(request));
        return Carry(request, screen, stop);
    }

    static RunRequest RequestOf(ResumeOptions options, Screen screen)
    {
        try
        {
            var request = Resumption.RequestOf(options, TelemetryOf(options.Mqtt));
            WarnOf(request.Profile, request.OnHardware, options.IsWatched, screen);
            return request;
        }
        catch (Exception e)
        {
            var done = LeftCell.LetGo(options.RunFile);
            if (done.Length == 0)
            {
                throw;
            }
            throw new RefusedException(string.Join(Environment.NewLine, Failure.Of(e).Lines) + done, e);
        }
    }

    /// <inheritdoc/>
    public int Demo(DemoOptions options, Screen screen, CancellationToken stop)
    {
        var cell = CellFile.Load(Shipped.Cells.PathOf(DemoCell));
        var request = new RunRequest
        {
            Plan = ProtocolFile.Load(Shipped.Protocols.PathOf(DemoProtocol), cell),
            Profile = BoardProfileFile.Load(Shipped.Boards.PathOf(DemoProfile)),
            Channel = 1,
            OnHardware = false,
            Seed = options.Seed,
            Speed = double.PositiveInfinity,
            Directory = options.RunsFolder,
            Telemetry = TelemetryOf(options.Mqtt),
        };
        screen.Say($"An NCM523 half cell on the twin of the '{request.Profile.Name}' board: {request.Plan.Name}.");
        return Carry(request, screen, stop, withPicture: true);
    }

    /// <inheritdoc/>
    public int SelfTest(SelfTestOptions options, Screen screen, CancellationToken stop)
    {
        var cell = CellFile.Load(options.CellFile);
        var profile = BoardProfileFile.Load(options.ProfileFile);
        var onHardware = OnHardware(options.Pins, profile);
        WarnOf(profile, onHardware, options.IsWatched, screen);
        var diagnosis = Gateway.SelfTest.Run(onHardware ? () => HardwareRig.Open(profile) : TwinRig.WithDummies(profile, cell, options.Seed), cell);
        return SelfTestReport.Show(screen, profile, cell, diagnosis);
    }

    /// <inheritdoc/>
    public int Doctor(DoctorOptions options, Screen screen, CancellationToken stop)
    {
        var profile = BoardProfileFile.Load(options.ProfileFile);
        // A board that is asked for and not there is what doctor is for: it never falls back to a twin.
        var isTwin = options.Pins == PinsChoice.Twin || options.Pins == PinsChoice.Automatic && profile.SpiBus < 0;
        if (!isTwin)
        {
            HardwareRig.RequireBus(profile);
            WarnOf(profile, true, options.IsWatched, screen);
        }
        var measured = new List<string>();
        var computer = isTwin ? [] : new HostDoctor(new HostFiles(), new RealClock(), new DiskCheck()).Run(profile, options.RunsFolder, measured);
        Func<IRig> open = isTwin ? TwinRig.WithDummies(profile, null, options.Seed) : () => HardwareRig.Open(profile);
        return DoctorReport.Show(screen, profile, isTwin, Gateway.Doctor.Run(profile, computer, measured, open), measured);
    }

    /// <inheritdoc/>
    public int Supervisor(SupervisorOptions options, Screen screen, CancellationToken stop)
    {
        using var visit = SupervisorVisit.Open(options);
        return options.Request switch
        {
            SupervisorRequest.Status => StatusVisit.Show(visit, screen),
            SupervisorRequest.Log => LogVisit.Show(visit, screen),
            SupervisorRequest.Reset => ResetVisit.Carry(visit, screen),
            _ => WireTestReport.Carry(visit, screen, Console.In, OnHardware(options.Pins, visit.Profile), stop),
        };
    }

    /// <inheritdoc/>
    public int Publish(PublishOptions options, Screen screen, CancellationToken stop) => OldRunPublisher.PublishAsync(options, screen, stop).GetAwaiter().GetResult();

    static int Carry(RunRequest request, Screen screen, CancellationToken stop, bool withPicture = false)
    {
        var outcome = RunSession.RunAsync(request, new RunProgress(screen, PlanEstimate.Of(request.Plan, request.Profile.ScansPerSecond)), stop).GetAwaiter().GetResult();
        var picture = withPicture ? RunReport.Draw(outcome) : null;
        try
        {
            RunReport.Show(screen, outcome, picture);
        }
        catch (Exception e) when (!screen.IsJson && Screen.IsGone(e))
        {
            // The run is in its file; how it went is in the exit code, although the terminal that it began on is closed.
        }
        return outcome.ExitCode;
    }

    static void WarnOf(BoardProfile profile, bool onHardware, bool isWatched, Screen screen)
    {
        if (SupervisionRule.Check(profile, onHardware, isWatched) is { } warning)
        {
            screen.Warn(warning);
        }
    }

    static bool OnHardware(PinsChoice pins, BoardProfile profile) => pins switch
    {
        PinsChoice.Hardware => true,
        PinsChoice.Twin => false,
        _ => HardwareRig.IsThere(profile),
    };

    static TelemetryRequest? TelemetryOf(MqttChoice choice) => choice.IsOff ? null : new TelemetryRequest(new Topics(choice.Rig.Lab, choice.Rig.Rig), choice.Broker);
}
