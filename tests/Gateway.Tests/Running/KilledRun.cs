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

namespace CoinRig.Gateway.Tests;

/// <summary>What a killed process leaves: the files of a run as they were at a moment of it.</summary>
static class KilledRun
{
    /// <summary>Records on the twin and copies the files in the middle, as they are on the disk.</summary>
    /// <param name="folder">Where they go.</param>
    /// <param name="protocol">Text of the protocol.</param>
    /// <param name="seconds">When the process is killed, s of the rig's clock.</param>
    /// <param name="rule">When the recorder commits.</param>
    internal static string After(string folder, string protocol, double seconds, CommitRule? rule = null)
    {
        var copy = "";
        Record(Path.Combine(folder, "alive"), protocol, seconds, rule, (run, path) =>
        {
            copy = Path.Combine(folder, Path.GetFileName(path));
            foreach (var suffix in (string[])["", "-wal"])
            {
                File.Copy(path + suffix, copy + suffix);
            }
            run.RequestStop("the test is over");
        });
        return copy;
    }

    /// <summary>Records on the twin and leaves the run in the middle in good order.</summary>
    internal static string Suspended(string folder, string protocol, double seconds)
    {
        var left = "";
        Record(folder, protocol, seconds, null, (run, path) =>
        {
            left = path;
            run.RequestSuspend("The test leaves it.");
        });
        return left;
    }

    static void Record(string folder, string protocol, double seconds, CommitRule? rule, Action<ChannelRun, string> end)
    {
        var profile = BoardProfileFile.Load(Shipped.Boards.PathOf("reference"));
        var cell = CellFile.Load(Shipped.Cells.PathOf("ncm523-lpo"));
        var plan = ProtocolFile.Read(Document.Parse(protocol, "killed.yaml"), cell);
        var clock = new VirtualClock();
        var twin = new BoardTwin(profile, clock, 1, CellModelFactory.Create(cell, 1));
        using var gpio = new GpioController(twin.Gpio);
        using var board = Board.Open(profile, twin.OpenSpi, gpio, clock);
        var feed = new Feed(1024);
        var file = RunFile.Create(folder, RunHeader.Of(plan, profile, 1, 1, VirtualClock.Epoch, "0.1.0"));
        var results = new CommittedResults();
        using var recorder = new Recorder(file, feed, [new RunAnalyzer(cell, MeasurementUncertainty.Of(profile.Channels[0]))], rule ?? CommitRule.EverySecond) { Results = results };
        results.BeforeRead = () =>
        {
            recorder.AskCommit();
            while (recorder.IsCommitAsked)
            {
                recorder.Drain();
            }
        };
        var run = new ChannelRun(plan, board.Channels[0], clock, new FeedWriter(feed, () => recorder.Drain()),
            new RunSettings(profile.ScanPeriodNanoseconds, 0, new RoomThermometer()) { Results = results });
        while (!run.HasEnded && clock.Nanoseconds < seconds * 1e9)
        {
            clock.WaitUntil(run.NextDue);
            run.Scan();
            recorder.Drain();
        }
        Assert.IsNull(recorder.Fault);
        end(run, file.Path);
        while (!run.HasEnded)
        {
            clock.WaitUntil(run.NextDue);
            run.Scan();
        }
        Assert.IsFalse(board.Channels[0].IsConnected, "the cell was left connected");
        Assert.AreEqual(0, twin.Channels[0].CellAmperes, 1e-12);
    }
}
