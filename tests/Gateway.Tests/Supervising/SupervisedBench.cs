using System.Device.Gpio;
using CoinRig.Cells;
using CoinRig.Clock;
using CoinRig.Control;
using CoinRig.Documents;
using CoinRig.FrontEnd;
using CoinRig.Protocols;
using CoinRig.Runs;
using CoinRig.Supervision;
using CoinRig.Temperature;
using CoinRig.Twin;

namespace CoinRig.Gateway.Tests;

/// <summary>A twin with its supervisor, which outlives the gateways that are opened on it one after another.</summary>
sealed class SupervisedBench : IDisposable
{
    readonly string _folder;
    readonly Func<ISerialLine, ISerialLine> _wrap;
    readonly List<IDisposable> _opened = [];
    ushort _session;

    /// <param name="protocol">Text of the protocol.</param>
    /// <param name="folder">Where run files go.</param>
    /// <param name="board">Text of the profile; null for the shipped reference board.</param>
    /// <param name="neverRests">Whether every loop of the firmware is carried out.</param>
    /// <param name="wrap">Puts something between the gateway and its line.</param>
    /// <param name="cell">Name of a shipped cell.</param>
    internal SupervisedBench(string protocol, string folder, string? board = null, bool neverRests = false, Func<ISerialLine, ISerialLine>? wrap = null, string cell = "ncm523-lpo")
    {
        (_folder, _wrap) = (folder, wrap ?? (line => line));
        Profile = board is null ? BoardProfileFile.Load(Shipped.Boards.PathOf("reference")) : BoardProfileFile.Read(Document.Parse(board, "board.yaml"));
        var file = CellFile.Load(Shipped.Cells.PathOf(cell));
        Plan = ProtocolFile.Read(Document.Parse(protocol, "test.yaml"), file);
        Twin = new BoardTwin(Profile, Clock, 1, CellModelFactory.Create(file, 1));
        Supervisor = new SupervisorTwin(Twin, Clock, 1) { NeverRests = neverRests };
    }

    internal EventClock Clock { get; } = new(new VirtualClock());

    internal BoardProfile Profile { get; }

    internal Plan Plan { get; }

    internal BoardTwin Twin { get; }

    internal SupervisorTwin Supervisor { get; }

    internal bool IsContactClosed => Twin.Channels[0].IsRelayContactClosed;

    internal RunRequest Request => new()
    {
        Plan = Plan,
        Profile = Profile,
        Channel = 1,
        OnHardware = false,
        Seed = 1,
        Speed = double.PositiveInfinity,
        Directory = _folder,
        Telemetry = null,
    };

    /// <summary>A gateway begins.</summary>
    internal IRig Open()
    {
        var gpio = new GpioController(Twin.Gpio);
        var board = Board.Open(Profile, Twin.OpenSpi, gpio, Clock);
        var rig = new OpenRig(board, gpio, Clock, new RigSupervisor(board, Clock, _wrap(Supervisor.Line), ++_session, Supervisor));
        _opened.Add(rig);
        return rig;
    }

    /// <summary>A run that is scanned by hand, and its recorder.</summary>
    internal SteppedRun Step(IRig rig)
    {
        rig.Supervisor!.Greet();
        var feed = new Feed(1024);
        var recorder = new Recorder(RunFile.Create(_folder, RunSession.HeaderOf(Request, rig)), feed, [RunSession.AnalysisOf(Request)], CommitRule.EverySecond);
        var run = new ChannelRun(Plan, rig.Board.Channels[0], Clock, new FeedWriter(feed, () => recorder.Drain()),
            new RunSettings(Profile.ScanPeriodNanoseconds, 0, rig.Thermometer) { Supervision = RunSession.SupervisionOf(Request.Plan, Request.Channel, rig) });
        var stepped = new SteppedRun(run, recorder, Clock);
        _opened.Add(stepped);
        return stepped;
    }

    /// <summary>A whole run, as a command carries it out.</summary>
    internal RunOutcome Carry(IRig rig, RunRequest? request = null) => RunSession.RunAsync(request ?? Request, rig, null, new SilentScreen(), CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>A gateway that hangs is killed.</summary>
    internal static void Kill(IRig rig) => ((OpenRig)rig).Die();

    /// <summary>What a killed process would leave, elsewhere.</summary>
    internal string Copy(SteppedRun run)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "left"));
        var copy = Path.Combine(folder.FullName, Path.GetFileName(run.Recorder.Path));
        foreach (var suffix in (string[])["", "-wal"])
        {
            File.Copy(run.Recorder.Path + suffix, copy + suffix);
        }
        return copy;
    }

    internal static IReadOnlyList<RigEvent> EventsOf(string path)
    {
        using var run = RunFileReader.Open(path);
        return [.. run.Events().Select(e => e.Event)];
    }

    public void Dispose()
    {
        for (var i = _opened.Count - 1; i >= 0; i--)
        {
            _opened[i].Dispose();
        }
    }

    sealed class OpenRig(Board board, GpioController gpio, IRigClock clock, RigSupervisor supervisor) : IRig
    {
        public Board Board => board;

        public IRigClock Clock => clock;

        public IThermometer? Thermometer { get; } = new RoomThermometer();

        public RigSupervisor? Supervisor => supervisor;

        public bool IsVirtual => true;

        public string Source => "twin";

        public long Seed => 1;

        bool _isDisposed;

        /// <summary>The process is gone: its lines are given back, and nothing else is done.</summary>
        internal void Die()
        {
            _isDisposed = true;
            gpio.Dispose();
        }

        public void Dispose()
        {
            if (!_isDisposed)
            {
                _isDisposed = true;
                board.Dispose();
                supervisor.Dispose();
                gpio.Dispose();
            }
        }
    }

    sealed class SilentScreen : IRunScreen
    {
        public void Begin(string path, string? telemetry)
        {
        }

        public void Update(LiveState live)
        {
        }

        public void Notice(string line)
        {
        }

        public void Delivering(TimeSpan most)
        {
        }
    }
}

/// <summary>A run that is scanned by hand.</summary>
sealed class SteppedRun(ChannelRun run, Recorder recorder, EventClock clock) : IDisposable
{
    internal ChannelRun Run => run;

    internal Recorder Recorder => recorder;

    /// <summary>Scans for a time, or to the end of the run.</summary>
    internal void For(double seconds)
    {
        var until = clock.Nanoseconds + (long)(seconds * 1e9);
        while (!run.HasEnded && run.NextDue < until)
        {
            clock.WaitUntil(run.NextDue);
            run.Scan();
            recorder.Drain();
        }
    }

    public void Dispose()
    {
        if (!run.HasEnded)
        {
            run.RequestStop("the test is over");
            run.Scan();
        }
        recorder.Dispose();
    }
}
