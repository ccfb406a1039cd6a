using CoinRig.Control;
using CoinRig.Runs;
using CoinRig.Twin;

namespace CoinRig.Gateway.Tests;

/// <summary>Boards side by side, queues one after another, and what survives a restart.</summary>
[TestClass]
public sealed class ServeTests
{
    const string TwoBoards = """
        mqtt: off
        boards:
          - {profile: reference, channels: [1]}
          - {profile: reference, channels: [1]}
        queue:
          - {channel: 1, protocol: short.yaml, cell: ncm523-lpo}
          - {channel: 1, protocol: short.yaml, cell: ncm523-lpo}
          - {channel: 2, protocol: short.yaml, cell: ncm523-lpo}
        """;

    const string OneBoard = """
        mqtt: off
        boards:
          - {profile: reference, channels: [1]}
        queue:
          - {channel: 1, protocol: short.yaml, cell: ncm523-lpo}
          - {channel: 1, protocol: short.yaml, cell: ncm523-lpo}
        """;

    [TestMethod]
    public async Task OtherBoardFails_ThisBoardsRunsAreTheSameToTheBit()
    {
        var alone = await ContentAsync(OneBoard, null);
        var beside = await ContentAsync(TwoBoards, (board, twin) =>
        {
            if (board == 2)
            {
                twin.Faults.AdcSilent = AdcSilence.Zeros;
            }
        });
        Assert.AreEqual(alone, beside);
        Assert.IsGreaterThan(200, beside.Split('\n').Length);
    }

    static async Task<string> ContentAsync(string rig, Action<int, BoardTwin>? plant)
    {
        await using var served = await ServedRig.StartAsync(rig, plant);
        await served.AtRestAsync();
        var content = new StringWriter();
        var files = served.FilesOf(1);
        Assert.HasCount(2, files, string.Join('\n', served.Said));
        foreach (var file in files)
        {
            using var run = RunFileReader.Open(file);
            Assert.AreEqual(RunState.Done, run.Header.State);
            content.WriteLine(run.Header with { });
            CsvExport.Write(run, content);
            foreach (var marker in run.Markers())
            {
                content.WriteLine(marker is StepStarted or SegmentStarted ? $"{marker.GetType().Name} {marker.Nanoseconds}" : marker.ToString());
            }
        }
        return content.ToString();
    }

    [TestMethod]
    public async Task BoardThatIsNotThere_LeavesTheOtherAlone_AndIsTriedAgainWhenAPersonWants()
    {
        var isThere = false;
        await using var served = await ServedRig.StartAsync(TwoBoards, (board, _) =>
        {
            if (board == 2 && !isThere)
            {
                throw new IOException("no such bus");
            }
        });
        await served.AtRestAsync();
        Assert.HasCount(2, served.FilesOf(1));
        Assert.AreEqual("no-board", served.Channel(2).State);
        StringAssert.Contains(served.Channel(2).Reason, "no such bus");
        isThere = true;
        Assert.AreEqual(ExitCode.Done, served.Call("continue", "2").ExitCode);
        await ServedRig.UntilAsync(() => served.Channel(2).State is "idle" or "held", "the board was opened again");
        Assert.IsNull(served.Service.Status().Channels.FirstOrDefault(c => c.State == "no-board"));
    }

    /// <summary>An update, a planned restart: the student's month goes on after it.</summary>
    [TestMethod]
    public async Task Service_IsStoppedAndStartedAgain_TheRunAndTheQueueGoOn()
    {
        const string rig = "mqtt: off\nboards: [{profile: reference, seed: 1}]";
        RigService service;
        using var folder = new TempFolder();
        await using (var served = await ServedRig.StartAsync(rig, folder: folder, speed: 200))
        {
            Assert.AreEqual(ExitCode.Done, served.Call("queue", "add", folder.File("long.yaml"), "--cell", "ncm523-lpo", "--channel", "1").ExitCode);
            await served.StateAsync(1, "running");
            await ServedRig.UntilAsync(() => served.Channel(1).Samples > 1, "something was measured");
            Assert.AreEqual(ExitCode.Done, served.Call("queue", "add", folder.File("short.yaml"), "--cell", "ncm523-lpo", "--channel", "1").ExitCode);
            Assert.AreEqual(ExitCode.Done, served.Call("queue", "add", folder.File("long.yaml"), "--cell", "ncm523-lpo", "--channel", "2", "--start", "by hand").ExitCode);
            Assert.AreEqual(ExitCode.Done, served.Call("queue", "move", "2", "1").ExitCode);
            service = served.Service;
        }
        Assert.AreEqual("suspended", service.Status().Channels[0].State);
        var path = Directory.GetFiles(folder.File("runs"), "long*.run.db").Single();
        using (var left = RunFileReader.Open(path))
        {
            Assert.AreEqual(RunState.Running, left.Header.State);
            Assert.IsEmpty(WholeRun.Verify(path).Findings);
        }
        await using var again = await ServedRig.StartAsync(rig, folder: folder, speed: 200);
        await again.StateAsync(1, "running");
        Assert.AreEqual((path, 1), (again.Channel(1).Run, again.Channel(1).Waiting));
        lock (again.Said)
        {
            Assert.IsTrue(again.Said.Any(line => line.Contains("was left when the service was stopped", StringComparison.Ordinal)));
        }
        await again.StateAsync(2, "held");
        Assert.AreEqual(ExitCode.Done, again.Call("stop", "1").ExitCode);
        await again.AtRestAsync();
        Assert.AreEqual("held", again.Channel(1).State);
        using var stopped = RunFileReader.Open(path);
        Assert.AreEqual(RunState.StoppedByPerson, stopped.Header.State);
        Assert.HasCount(1, stopped.Header.Resumptions);
    }

    /// <summary>A cell that must not be connected costs no entry: with another one in the holder it is tried again.</summary>
    [TestMethod]
    public async Task RunThatCouldNotBegin_HoldsItsChannelAlone_AndWaitsAgain()
    {
        var isShorted = true;
        await using var served = await ServedRig.StartAsync("""
            mqtt: off
            boards: [{profile: reference, channels: [1]}, {profile: reference, channels: [1]}]
            queue:
              - {channel: 1, protocol: short.yaml, cell: ncm523-lpo}
              - {channel: 1, protocol: short.yaml, cell: fresh}
              - {channel: 2, protocol: short.yaml, cell: ncm523-lpo}
            """, (board, twin) => twin.Channels[0].CellFault = board == 1 && isShorted ? CellFault.Shorted : CellFault.None);
        await served.AtRestAsync();
        await served.StateAsync(1, "held");
        Assert.AreEqual(2, served.Channel(1).Waiting);
        Assert.IsNotEmpty(served.Channel(1).Alarms);
        StringAssert.Contains(served.Channel(1).Reason, "Entry 1 ('short') could not begin");
        Assert.AreEqual("idle", served.Channel(2).State);
        StringAssert.Contains(served.Call("status").Output, "held");
        isShorted = false;
        Assert.AreEqual(ExitCode.Done, served.Call("continue", "1").ExitCode);
        await ServedRig.UntilAsync(() => served.FilesOf(1).Count == 3 && served.Service.IsAtRest, "both entries were done");
        Assert.AreEqual("idle", served.Channel(1).State);
    }

    [TestMethod]
    public async Task Start_AtATime_WaitsForItOnTheTwinsClock()
    {
        await using var served = await ServedRig.StartAsync("""
            mqtt: off
            boards: [{profile: reference, channels: [1]}]
            queue:
              - {channel: 1, protocol: short.yaml, cell: ncm523-lpo, start: "2026-01-03T06:00Z"}
            """);
        await served.AtRestAsync();
        using var run = RunFileReader.Open(served.FilesOf(1).Single());
        Assert.AreEqual(new DateTimeOffset(2026, 1, 3, 6, 0, 0, TimeSpan.Zero), run.Header.StartedUtc);
    }
}
