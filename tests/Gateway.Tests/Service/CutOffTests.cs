using CoinRig.Control;
using CoinRig.Runs;
using CoinRig.Twin;

namespace CoinRig.Gateway.Tests;

/// <summary>What a service does about runs that were cut off when the program before it was killed.</summary>
[TestClass]
public sealed class CutOffTests
{
    const string Rig = "mqtt: off\nboards: [{profile: reference, channels: [1], seed: 1}]";

    const string Program = """
        name: Killed
        record: {dt: 1 s}
        steps:
          - Rest for 10 seconds
          - Charge at C/10 for 2 minutes
          - Rest for 10 seconds
        """;

    readonly TempFolder _folder = new();

    [TestCleanup]
    public void RemoveFolder() => _folder.Dispose();

    /// <summary>What a killed service leaves: a queue whose entry runs, its file as it was in the middle, and an entry that waits.</summary>
    string Killed(string protocol, double seconds = 60, string? held = null, bool? isOtherCell = true)
    {
        var runs = Directory.CreateDirectory(_folder.File("runs")).FullName;
        var path = KilledRun.After(runs, protocol, seconds);
        var book = Book(protocol);
        book.TakeNext(1, DateTimeOffset.UnixEpoch, out _);
        book.Started(1, path, isOtherCell);
        if (held is not null)
        {
            book.Hold(1, held);
        }
        return path;
    }

    QueueBook Book(string protocol) => new(new QueueFile(Path.Combine(Directory.CreateDirectory(_folder.File("runs")).FullName, QueueFile.Name)), 1,
        [
            QueueOrder.Of(1, _folder.With("killed.yaml", protocol), Shipped.Cells.PathOf("ncm523-lpo"), false, null),
            QueueOrder.Of(1, _folder.With("short.yaml", ServedRig.Short), Shipped.Cells.PathOf("ncm523-lpo"), false, null),
        ], w => Assert.Fail(w));

    static string Said(ServedRig served)
    {
        lock (served.Said)
        {
            return string.Join('\n', served.Said);
        }
    }

    static RunHeader HeaderOf(string path)
    {
        using var run = RunFileReader.Open(path);
        return run.Header;
    }

    [TestMethod]
    public async Task CutOff_GoesOnByItself_AndTheQueueAfterIt()
    {
        var path = Killed(Program);
        await using var served = await ServedRig.StartAsync(Rig, folder: _folder);
        await served.AtRestAsync();
        var header = HeaderOf(path);
        Assert.AreEqual(RunState.Done, header.State, Said(served));
        Assert.HasCount(1, header.Resumptions);
        Assert.AreEqual(RunState.Done, HeaderOf(served.FilesOf(1).Single()).State);
        StringAssert.Contains(Said(served), "was cut off");
        StringAssert.Contains(Said(served), "goes on");
    }

    /// <summary>The next entry is on the cell as the run that was cut off left it: the twin's cell outlives the program.</summary>
    [TestMethod]
    public async Task NextEntry_IsOnTheCellAsItWasLeft()
    {
        var path = Killed(Program);
        await using var served = await ServedRig.StartAsync(Rig, folder: _folder);
        await served.AtRestAsync();
        using var first = RunFileReader.Open(path);
        using var next = RunFileReader.Open(served.FilesOf(1).Single());
        Assert.AreEqual(first.Samples().Last().Volts, next.Samples().First().Volts, 0.003);
    }

    [TestMethod]
    public async Task Restarted_CellIsAsTheRunsBeforeLeftIt()
    {
        await using (var before = await ServedRig.StartAsync(Rig + "\nqueue: [{channel: 1, protocol: short.yaml, cell: ncm523-lpo}, {channel: 1, protocol: short.yaml, cell: ncm523-lpo}]", folder: _folder))
        {
            await before.AtRestAsync();
        }
        await using var served = await ServedRig.StartAsync(Rig, folder: _folder);
        Assert.AreEqual(ExitCode.Done, served.Call("queue", "add", _folder.File("short.yaml"), "--cell", "ncm523-lpo", "--channel", "1").ExitCode);
        await ServedRig.UntilAsync(() => served.FilesOf(1).Count == 3 && served.Channel(1).State == "idle", "the third run was done");
        using var second = RunFileReader.Open(served.FilesOf(1)[1]);
        using var third = RunFileReader.Open(served.FilesOf(1)[2]);
        Assert.AreEqual(second.Samples().Last().Volts, third.Samples().First().Volts, 0.003);
        Assert.IsGreaterThan(second.Samples().First().Volts + 0.01, third.Samples().First().Volts);
        Assert.IsGreaterThanOrEqualTo(second.Header.UtcAt(second.Samples().Last().VoltageNanoseconds), third.Header.StartedUtc);
    }

    [TestMethod]
    public async Task RuleIsToWait_IsHeldUntilAPersonContinues()
    {
        var path = Killed("after_power_loss: wait\n" + Program);
        await using var served = await ServedRig.StartAsync(Rig, folder: _folder);
        await served.StateAsync(1, "held");
        Assert.AreEqual(path, served.Channel(1).Run);
        StringAssert.Contains(served.Channel(1).Reason, "waits for a person");
        StringAssert.Contains(served.Channel(1).Reason, "coinrig continue 1");
        Assert.IsEmpty(HeaderOf(path).Resumptions);
        Assert.IsTrue(served.Service.IsAtRest);
        StringAssert.Contains(served.Call("continue", "1").Output, "taken up");
        await served.AtRestAsync();
        Assert.AreEqual(RunState.Done, HeaderOf(path).State, Said(served));
        Assert.HasCount(1, served.FilesOf(1));
    }

    /// <summary>Who starts it in a script must learn that somebody is needed.</summary>
    [TestMethod]
    [DataRow("after_power_loss: wait\n", ExitCode.Failed)]
    [DataRow("", ExitCode.Done)]
    public void UntilDone_ExitCodeSaysWhetherAChannelIsHeld(string rule, int code)
    {
        Killed(rule + Program);
        var rig = _folder.With("rig.yaml", $"name: test\n{Rig}");
        var called = Called.With("serve", rig, "--out", _folder.File("runs"), "--socket", _folder.File("s"), "--until-done");
        Assert.AreEqual(code, called.ExitCode, called.Output + called.Error);
    }

    [TestMethod]
    public async Task RuleIsToRepeat_TheStepBeginsAgain()
    {
        var path = Killed("after_power_loss: repeat\n" + Program);
        await using var served = await ServedRig.StartAsync(Rig, folder: _folder);
        await served.AtRestAsync();
        using var run = RunFileReader.Open(path);
        Assert.AreEqual(ResumePoint.Cause, run.Steps()[1].EndText);
        Assert.AreEqual(RunState.Done, run.Header.State);
    }

    [TestMethod]
    public async Task OtherBoard_IsHeldWithTheReason_AndGivenUp()
    {
        var path = Killed(Program);
        await using var served = await ServedRig.StartAsync(Rig.Replace("seed: 1", "seed: 2", StringComparison.Ordinal), folder: _folder);
        await served.StateAsync(1, "held");
        StringAssert.Contains(served.Channel(1).Reason, "another board");
        StringAssert.Contains(Said(served), "ALARM");
        StringAssert.Contains(served.Call("stop", "1").Output, "given up");
        Assert.AreEqual(RunState.Running, HeaderOf(path).State);
        Assert.AreEqual(ExitCode.Done, served.Call("continue", "1").ExitCode);
        await ServedRig.UntilAsync(() => served.FilesOf(1).Count == 1 && served.Service.IsAtRest, "the next entry was done");
    }

    [TestMethod]
    public async Task CellIsShorted_NothingIsConnectedAndTheFileStaysAsItWas()
    {
        var path = Killed(Program);
        await using var served = await ServedRig.StartAsync(Rig, (_, twin) => twin.Channels[0].CellFault = CellFault.Shorted, _folder);
        await served.StateAsync(1, "held");
        Assert.IsEmpty(HeaderOf(path).Resumptions);
        StringAssert.Contains(served.Channel(1).Reason, "nothing is connected");
        Assert.AreEqual(1, served.Channel(1).Waiting);
    }

    /// <summary>A fresh cell is in the holder instead of the one that was charged.</summary>
    [TestMethod]
    public async Task VoltageHasMoved_IsHeld_AndGoesOnWhereAPersonAllowsMore()
    {
        var path = Killed("resume_if_voltage_within: 1 mV\n" + Program, 137, isOtherCell: null);
        await using var served = await ServedRig.StartAsync(Rig, folder: _folder);
        await ServedRig.UntilAsync(() => served.Service.IsAtRest, "it was looked at");
        Assert.AreEqual("held", served.Channel(1).State, Said(served));
        StringAssert.Contains(served.Channel(1).Reason, "is expected");
        Assert.IsEmpty(HeaderOf(path).Resumptions);
        Assert.AreEqual(ExitCode.Done, served.Call("continue", "1").ExitCode);
        await ServedRig.UntilAsync(() => served.Service.IsAtRest && served.Channel(1).State == "held", "it was looked at again");
        Assert.IsEmpty(HeaderOf(path).Resumptions);
        Assert.AreEqual(ExitCode.Done, served.Call("continue", "1", "--voltage-within", "0.1 V").ExitCode);
        await served.AtRestAsync();
        Assert.AreEqual(RunState.Done, HeaderOf(path).State, Said(served));
    }

    [TestMethod]
    public async Task EntryWithoutAHeader_BeginsOnceAndIsToldOf()
    {
        var book = Book(Program);
        book.TakeNext(1, DateTimeOffset.UnixEpoch, out _);
        var claimed = Path.Combine(_folder.File("runs"), "killed__ncm523-lpo__reference__seed1__ch1__001" + RunNames.Extension);
        File.WriteAllBytes(claimed, []);
        book.Started(1, claimed, isOtherCell: true);
        await using var served = await ServedRig.StartAsync(Rig, folder: _folder);
        await served.AtRestAsync();
        Assert.HasCount(2, served.FilesOf(1), Said(served));
        Assert.IsTrue(served.FilesOf(1).All(f => HeaderOf(f).State == RunState.Done));
        StringAssert.Contains(Said(served), "nothing was connected or measured yet");
    }

    [TestMethod]
    public async Task KilledWhileBeingStopped_IsNotTakenUpByItself()
    {
        var path = Killed(Program, held: "Stopped by a person.");
        await using var served = await ServedRig.StartAsync(Rig, folder: _folder);
        await served.StateAsync(1, "held");
        StringAssert.Contains(served.Channel(1).Reason, "Stopped by a person");
        Assert.IsEmpty(HeaderOf(path).Resumptions);
        StringAssert.Contains(served.Call("continue", "1").Output, "taken up");
        await served.AtRestAsync();
        Assert.AreEqual(RunState.Done, HeaderOf(path).State);
    }

    [TestMethod]
    public async Task RunHadEnded_TheQueueGoesOn()
    {
        Killed(Program, 1e6);
        await using var served = await ServedRig.StartAsync(Rig, folder: _folder);
        await served.AtRestAsync();
        Assert.HasCount(1, served.FilesOf(1));
        StringAssert.Contains(Said(served), "done, before the service ended");
    }
}
