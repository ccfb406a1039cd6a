using System.Device.Gpio;
using CoinRig.Cells;
using CoinRig.Clock;
using CoinRig.Control;
using CoinRig.Documents;
using CoinRig.FrontEnd;
using CoinRig.Protocols;
using CoinRig.Twin;

namespace CoinRig.Gateway.Tests;

/// <summary>A twin of one board with a cell on each of two channels, whose runs take turns as in a service; and something that happens at a moment.</summary>
sealed class TwoChannels : IDisposable
{
    readonly GpioController _gpio;
    readonly MomentClock _clock = new();
    readonly Feed[] _feeds = [new(4096), new(4096)];
    readonly ChannelRun?[] _runs = new ChannelRun?[2];
    readonly IScanned?[] _scanned = new IScanned?[2];
    readonly Strands _strands;
    readonly bool _takeTurns;

    internal TwoChannels(string board, bool takeTurns = true)
    {
        _takeTurns = takeTurns;
        var profile = BoardProfileFile.Load(Shipped.Boards.PathOf(board));
        Profile = new BoardSetup(profile, OnHardware: false, 1, [1, 2]).SharedProfile;
        Cell = CellFile.Load(Shipped.Cells.PathOf("ncm523-lpo"));
        Twin = new BoardTwin(Profile, _clock, 1, CellModelFactory.Create(Cell, 1), CellModelFactory.Create(Cell, 2));
        _gpio = new GpioController(Twin.Gpio);
        Board = Board.Open(Profile, Twin.OpenSpi, _gpio, _clock);
        _strands = new(Board.Turns);
    }

    internal BoardProfile Profile { get; }

    internal Cell Cell { get; }

    internal BoardTwin Twin { get; }

    internal Board Board { get; }

    internal List<Sample>[] Samples { get; } = [[], []];

    internal List<Marker>[] Markers { get; } = [[], []];

    internal double Seconds => _clock.Nanoseconds * 1e-9;

    internal ChannelRun Run(int channel) => _runs[channel - 1]!;

    /// <summary>A run begins on a channel.</summary>
    internal void Begin(int channel, string protocol)
    {
        var plan = ProtocolFile.Read(Document.Parse(protocol, "test.yaml"), Cell);
        var run = new ChannelRun(plan, Board.Channels[channel - 1], _clock, new FeedWriter(_feeds[channel - 1], Drain), new RunSettings(Profile.ScanPeriodNanoseconds, 0, null));
        _runs[channel - 1] = run;
        _scanned[channel - 1] = _takeTurns ? _strands.Add(run, () => { }) : run;
    }

    /// <summary>By how much UTC is ahead of the rig's own time.</summary>
    internal TimeSpan UtcAhead { get => _clock.Ahead; set => _clock.Ahead = value; }

    /// <summary>Something happens at a moment, in the middle of whatever the program does then.</summary>
    internal void At(double seconds, Action happens) => (_clock.Moment, _clock.Happens) = ((long)(seconds * 1e9), happens);

    /// <summary>Scans until a time, or until both runs have ended.</summary>
    internal void RunUntil(double seconds)
    {
        while (_scanned.OfType<IScanned>().Where(s => !s.HasEnded).MinBy(s => s.NextDue) is { } next && next.NextDue < seconds * 1e9)
        {
            _clock.WaitUntil(next.NextDue);
            next.Scan();
        }
        Drain();
    }

    void Drain()
    {
        for (var i = 0; i < _feeds.Length; i++)
        {
            while (_feeds[i].TryRead(out var entry))
            {
                if (entry.Kind == FeedKind.Sample)
                {
                    Samples[i].Add(entry.Sample);
                }
                else if (entry.Marker is { } marker)
                {
                    Markers[i].Add(marker);
                }
            }
        }
    }

    public void Dispose()
    {
        foreach (var run in _runs.OfType<ChannelRun>())
        {
            run.RequestStop("the test is over");
        }
        RunUntil(1e9);
        foreach (var scanned in _scanned.OfType<IDisposable>())
        {
            scanned.Dispose();
        }
        Board.Dispose();
        _gpio.Dispose();
    }

    /// <summary>A virtual clock at one moment of which something happens.</summary>
    sealed class MomentClock : IRigClock
    {
        readonly VirtualClock _time = new();

        internal long Moment { get; set; } = long.MaxValue;

        internal Action Happens { get; set; } = () => { };

        public long Nanoseconds => _time.Nanoseconds;

        internal TimeSpan Ahead { get; set; }

        public DateTimeOffset UtcNow => _time.UtcNow + Ahead;

        public void WaitUntil(long nanoseconds)
        {
            if (nanoseconds >= Moment)
            {
                _time.WaitUntil(Moment);
                Moment = long.MaxValue;
                Happens();
            }
            _time.WaitUntil(nanoseconds);
        }
    }
}
