using System.Device.Gpio;
using CoinRig.Analysis;
using CoinRig.Cells;
using CoinRig.Clock;
using CoinRig.Control;
using CoinRig.Documents;
using CoinRig.FrontEnd;
using CoinRig.Protocols;
using CoinRig.Runs;
using CoinRig.Twin;

namespace CoinRig.KillRuns;

/// <summary>A run on the twin that is watched while it is recorded.</summary>
static class RecordedRun
{
    /// <summary>Every scan a sample; each kind of segment; ends at rest, so that the last sample holds all the charge.</summary>
    internal const string Protocol = """
        name: every scan
        durability: 1 s
        record: {dt: 0.1 s}
        steps:
          - Rest for 20 seconds
          - repeat: 3
            cycle: true
            steps:
              - Charge at C/5 for 3 minutes
              - Hold at 3.65 V for 1 minute
              - Discharge at C/5 for 2 minutes
          - step: gitt
            current: C/10
            pulse: 30 s
            rest: 30 s
            until: time > 4 min
          - step: cyclic_voltammetry
            rate: 2 mV/s
            start: open_circuit
            between: 3.45 V .. 3.65 V
            cycles: 1
          - Rest for 10 seconds
        """;

    internal const string CellName = "ncm523-lpo";

    /// <summary>The plan of the protocol.</summary>
    internal static Plan Plan() => Plan(Protocol);

    /// <summary>The plan of a protocol's text.</summary>
    internal static Plan Plan(string protocol) => ProtocolFile.Read(Document.Parse(protocol, "every-scan.yaml"), Cell());

    /// <summary>Records a run.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="seed">The twin's seed.</param>
    /// <param name="durabilitySeconds">How often it commits, s.</param>
    /// <param name="watcher">Reads along.</param>
    /// <param name="begun">Called with the recorder before the first scan.</param>
    internal static void Record(string folder, long seed, int durabilitySeconds, IRunReader watcher, Action<Recorder> begun)
    {
        var (profile, cell, plan) = (Profile(), Cell(), Plan());
        var clock = new VirtualClock();
        using var gpio = new GpioController(new BoardTwin(profile, clock, seed, CellModelFactory.Create(cell, seed)) is var twin ? twin.Gpio : null!);
        using var board = Board.Open(profile, twin.OpenSpi, gpio, clock);
        var feed = new Feed(1024);
        using var recorder = new Recorder(RunFile.Create(folder, Header(plan, profile, seed)), feed,
            [new RunAnalyzer(cell, MeasurementUncertainty.Of(profile.Channels[0])), watcher], CommitRule.Every(durabilitySeconds));
        var run = new ChannelRun(plan, board.Channels[0], clock, new FeedWriter(feed, () => recorder.Drain()), new RunSettings(profile.ScanPeriodNanoseconds, 0, null));
        begun(recorder);
        while (!run.HasEnded)
        {
            clock.WaitUntil(run.NextDue);
            run.Scan();
            recorder.Drain(clock.Nanoseconds);
        }
    }

    internal static BoardProfile Profile() => BoardProfileFile.Load(Path.Combine(AppContext.BaseDirectory, "boards", "reference.yaml"));

    internal static Cell Cell() => CellFile.Load(Path.Combine(AppContext.BaseDirectory, "cells", CellName + ".yaml"));

    internal static RunHeader Header(Plan plan, BoardProfile profile, long seed) => RunHeader.Of(plan, profile, 1, seed, VirtualClock.Epoch, "kill-runs");
}
