using System.Device.Gpio;
using CoinRig.Analysis;
using CoinRig.Cells;
using CoinRig.Clock;
using CoinRig.Control;
using CoinRig.Documents;
using CoinRig.FrontEnd;
using CoinRig.Protocols;
using CoinRig.Runs;
using CoinRig.Temperature;
using CoinRig.Twin;

namespace CoinRig.Gateway.Tests;

/// <summary>A twin with a run on channel 1, its feed read inline, and everything that its pins did.</summary>
sealed class TwinBench : IDisposable
{
    readonly GpioController _gpio;
    readonly RunAnalyzer _analyzer;
    readonly CommittedResults _committed = new();

    /// <summary>Makes the bench.</summary>
    /// <param name="protocol">Text of the protocol.</param>
    /// <param name="cell">Name of a shipped cell, or the text of a cell file.</param>
    /// <param name="seed">Draws what the twin does not tell.</param>
    /// <param name="thermometer">The thermometer; without one the room is at 25 degC.</param>
    /// <param name="plant">Plants faults before the board is opened.</param>
    /// <param name="board">Name of a shipped board, or the text of a profile.</param>
    /// <param name="draw">False: mass, radius and area of the cell are what its file says.</param>
    /// <param name="wrap">Puts something between the run and its channel.</param>
    /// <param name="capacity">Entries that the ring holds.</param>
    /// <param name="waits">Who ends waits.</param>
    /// <param name="isRealTime">Whether the scan waits for nobody, as on a board.</param>
    internal TwinBench(string protocol, string cell = "ncm523-lpo", long seed = 1, IThermometer? thermometer = null, Action<BoardTwin>? plant = null,
        string board = "reference", bool draw = true, Func<IChannel, IChannel>? wrap = null, int capacity = 1024,
        bool isRealTime = false, IExternalWait? waits = null)
    {
        _committed.BeforeRead = Drain;
        Feed = new(capacity);
        Profile = board.Contains('\n') ? BoardProfileFile.Read(Document.Parse(board, "board.yaml")) : BoardProfileFile.Load(Shipped.Boards.PathOf(board));
        Cell = cell.Contains('\n') ? CellFile.Read(Document.Parse(cell, "cell.yaml")) : CellFile.Load(Shipped.Cells.PathOf(cell));
        _analyzer = new RunAnalyzer(Cell, MeasurementUncertainty.Of(Profile.Channels[0]));
        Twin = new BoardTwin(Profile, Clock, seed, CellModelFactory.Create(Cell, seed, draw));
        plant?.Invoke(Twin);
        _gpio = new GpioController(Twin.Gpio);
        Board = Board.Open(Profile, Twin.OpenSpi, _gpio, Clock);
        Twin.PinChanged = change => Pins.Add((Name(change.Pin), change.IsHigh, change.Nanoseconds));
        Run = new ChannelRun(ProtocolFile.Read(Document.Parse(protocol, "test.yaml"), Cell), wrap?.Invoke(Board.Channels[0]) ?? Board.Channels[0], Clock, new FeedWriter(Feed, isRealTime ? null : Drain, Drain),
            new RunSettings(Profile.ScanPeriodNanoseconds, 0, thermometer ?? new RoomThermometer()) { Results = _committed, Waits = waits, Lines = Board.Lines });
    }

    internal BoardProfile Profile { get; }

    internal Cell Cell { get; }

    internal VirtualClock Clock { get; } = new();

    internal BoardTwin Twin { get; }

    internal Board Board { get; }

    internal Feed Feed { get; }

    internal ChannelRun Run { get; }

    internal ChannelTwin Channel => Twin.Channels[0];

    internal List<(string Pin, bool IsHigh, long Nanoseconds)> Pins { get; } = [];

    internal List<Sample> Samples { get; } = [];

    internal List<Marker> Markers { get; } = [];

    /// <summary>What the analysis found, as a recorder would store it.</summary>
    internal List<ResultRow> Results { get; } = [];

    internal IEnumerable<string> EventCodes => Markers.OfType<RigEvent>().Select(e => e.Code);

    /// <summary>Scans for a time, or to the end of the run.</summary>
    internal void RunFor(double seconds)
    {
        var until = Clock.Nanoseconds + (long)(seconds * 1e9);
        while (!Run.HasEnded && Run.NextDue < until)
        {
            Clock.WaitUntil(Run.NextDue);
            Run.Scan();
            Drain();
        }
        Drain();
    }

    /// <summary>Scans to the end of the run.</summary>
    internal RunState RunToEnd()
    {
        RunFor(1e9);
        return Run.Live.State;
    }

    /// <summary>The idle state: relay open, output off, zero-current code, no current; and the relay went first.</summary>
    internal void AssertIdle()
    {
        Assert.IsTrue(Run.HasEnded, "the run has not ended");
        Assert.IsFalse(Channel.IsOutputEnabled, "the output stage is on");
        Assert.IsFalse(Channel.IsPotentiostat, "the loop is left in voltage mode");
        Assert.IsFalse(Board.Channels[0].IsConnected, "the relay is driven");
        Assert.AreEqual(0, Channel.CellAmperes, 1e-12, "a current flows");
        if (!Twin.Faults.IsDacDead)
        {
            Assert.AreEqual(32768, Twin.Dac.Code(0), "the DAC is not in the zero-current code");
        }
        var relay = Pins.FindLastIndex(p => p is { Pin: "relay", IsHigh: false });
        var output = Pins.FindLastIndex(p => p is { Pin: "output", IsHigh: false });
        Assert.IsTrue(relay < output || output < 0, "the output went before the relay");
        Assert.IsInstanceOfType<RunEnded>(Markers[^1]);
    }

    string Name(int pin)
    {
        var pins = Profile.Channels[0].Pins;
        return pin == pins.CellRelay ? "relay" : pin == pins.OutputEnable ? "output" : pin == pins.Potentiostat ? "potentiostat" : $"{pin}";
    }

    void Drain()
    {
        while (Feed.TryRead(out var entry))
        {
            if (entry.Kind == FeedKind.Sample)
            {
                Samples.Add(entry.Sample);
                _analyzer.OnSample(entry.Sample);
            }
            else if (entry.Marker is { } marker)
            {
                Markers.Add(marker);
                _analyzer.OnMarker(marker, Found);
            }
        }
    }

    void Found(ResultRow row)
    {
        Results.Add(row);
        _committed.Add(row);
    }

    public void Dispose()
    {
        Board.Dispose();
        _gpio.Dispose();
    }
}
