using CoinRig.Cells;
using CoinRig.Control;
using CoinRig.Documents;
using CoinRig.FrontEnd;
using CoinRig.Protocols;
using CoinRig.Runs;

namespace CoinRig.Gateway.Tests;

/// <summary>What the system refuses is done without: one warning says what it was and what to do, and the run file keeps it.</summary>
[TestClass]
public sealed class RealTimeRightsTests
{
    const int NotPermitted = 1;
    const int NoMemory = 12;

    [TestMethod]
    public async Task Granted_OneNoteAndNoWarning()
    {
        var (events, notices) = await Run(new Kernel(0, 0));
        Assert.AreEqual(EventSeverity.Note, events.Single(e => e.Code == "real-time").Severity);
        Assert.HasCount(0, notices);
    }

    [TestMethod]
    [DataRow(NotPermitted, NoMemory, "LimitRTPRIO=20", "LimitMEMLOCK=infinity", "Operation not permitted")]
    [DataRow(NotPermitted, 0, "LimitRTPRIO=20", "@spi - rtprio 20", "SCHED_FIFO 20")]
    [DataRow(0, NoMemory, "LimitMEMLOCK=infinity", "@spi - memlock unlimited", "locking memory")]
    public async Task Refused_RunsAllTheSame_AndSaysWhatToDo(int priority, int memory, params string[] words)
    {
        var (events, notices) = await Run(new Kernel(priority, memory));
        var warning = events.Single(e => e.Code == "real-time-refused");
        Assert.AreEqual((EventSeverity.Warning, 0L), (warning.Severity, warning.Nanoseconds));
        CollectionAssert.AreEqual(new[] { warning.Message }, notices);
        foreach (var word in words)
        {
            StringAssert.Contains(warning.Message, word);
        }
        Assert.AreEqual(priority != 0, warning.Message.Contains("RTPRIO", StringComparison.Ordinal));
        Assert.AreEqual(memory != 0, warning.Message.Contains("MEMLOCK", StringComparison.Ordinal));
    }

    [TestMethod]
    public async Task VirtualTime_NothingIsAskedFor()
    {
        var (events, _) = await Run(null);
        Assert.IsFalse(events.Any(e => e.Code.StartsWith("real-time", StringComparison.Ordinal)));
    }

    static async Task<(List<RigEvent> Events, List<string> Notices)> Run(IRealTimeKernel? kernel)
    {
        using var folder = new TempFolder();
        var cell = CellFile.Load(Shipped.Cells.PathOf("ncm523-lpo"));
        var request = new RunRequest
        {
            Plan = ProtocolFile.Read(Document.Parse("name: t\nsteps:\n  - Rest for 1 minute\n", "t.yaml"), cell),
            Profile = BoardProfileFile.Load(Shipped.Boards.PathOf("reference")),
            Channel = 1,
            OnHardware = false,
            Seed = 1,
            Speed = double.PositiveInfinity,
            Directory = folder.Path,
            Telemetry = null,
        };
        using var rig = TwinRig.WithCell(request.Profile, cell, 1, 1, double.PositiveInfinity);
        var screen = new Notices();
        var outcome = await RunSession.RunAsync(request, rig, kernel, screen, CancellationToken.None);
        Assert.AreEqual(RunState.Done, outcome.State, outcome.Message);
        using var run = RunFileReader.Open(outcome.Path);
        return ([.. run.Events().Select(e => e.Event)], screen.Lines);
    }

    sealed class Kernel(int priority, int memory) : IRealTimeKernel
    {
        public int RunFirst(int asked) => priority;

        public int LockMemory() => memory;
    }

    sealed class Notices : IRunScreen
    {
        internal List<string> Lines { get; } = [];

        public void Begin(string path, string? telemetry)
        {
        }

        public void Update(LiveState live)
        {
        }

        public void Notice(string line) => Lines.Add(line);

        public void Delivering(TimeSpan most)
        {
        }
    }
}
