using CoinRig.Control;
using CoinRig.Runs;

namespace CoinRig.Gateway.Tests;

/// <summary>What a person asks of a channel that is served, from the command line to the run file.</summary>
[TestClass]
public sealed class ChannelCommandTests
{
    const string OneChannel = """
        mqtt: off
        boards: [{profile: reference, channels: [1]}]
        queue:
          - {channel: 1, protocol: long.yaml, cell: ncm523-lpo}
        """;

    [TestMethod]
    public async Task PauseContinueMarkSkip_AreInTheRunFile()
    {
        await using var served = await ServedRig.StartAsync(OneChannel);
        await ServedRig.UntilAsync(() => served.Channel(1).Samples > 3, "it ran");
        Said(served.Call("pause", "1"), "pauses");
        await served.StateAsync(1, "paused");
        served.Call("pause", "1").AssertRefused(ExitCode.Failed, "paused already");
        served.Call("skip", "1").AssertRefused(ExitCode.Failed, "is paused");
        var seconds = served.Channel(1).ElapsedSeconds;
        Said(served.Call("mark", "1", "AFM", "image", "12", "starts"), "marked 'AFM image 12 starts'");
        Assert.IsLessThan(seconds!.Value + 60, served.Channel(1).ElapsedSeconds!.Value, "the time of a paused twin at full speed ran away");
        Said(served.Call("continue", "1"), "goes on");
        await served.StateAsync(1, "running");
        served.Call("continue", "1").AssertRefused(ExitCode.Failed, "is not paused");
        Said(served.Call("skip", "1"), "step 1 ends");
        await served.AtRestAsync();
        using var run = RunFileReader.Open(served.FilesOf(1).Single());
        Assert.AreEqual(RunState.Done, run.Header.State);
        Assert.AreEqual("AFM image 12 starts", run.Marks().Single().Text);
        Assert.AreEqual(EndReason.Skipped, run.Steps()[0].Reason);
        var codes = run.Events().Select(e => e.Event.Code).ToList();
        foreach (var code in new[] { "paused", "continued", "step-skipped" })
        {
            CollectionAssert.Contains(codes, code);
        }
    }

    [TestMethod]
    [DataRow("for: person, message: turn the cell", "turn the cell", "continue", "1")]
    [DataRow("for: mark, mark: AFM ready", "the mark 'AFM ready'", "mark", "1", "AFM", "ready")]
    public async Task Wait_IsToldOfInStatus_AndEnds(string rule, string what, params string[] command)
    {
        using var folder = new TempFolder();
        folder.With("wait.yaml", $"name: Wait\nsteps:\n  - {{step: wait, {rule}, timeout: 8000 h, record: {{dt: 1 h}}}}\n  - Rest for 10 seconds");
        await using var served = await ServedRig.StartAsync("mqtt: off\nboards: [{profile: reference, channels: [1]}]\nqueue: [{channel: 1, protocol: wait.yaml, cell: ncm523-lpo}]", folder: folder, speed: 1000);
        await ServedRig.UntilAsync(() => served.Channel(1).Reason is not null, "it waited");
        StringAssert.Contains(served.Channel(1).Reason, what);
        StringAssert.Contains(served.Channel(1).Reason, "coinrig continue 1");
        Assert.AreEqual(ExitCode.Done, served.Call(command).ExitCode);
        await served.AtRestAsync();
        using var run = RunFileReader.Open(served.FilesOf(1).Single());
        Assert.AreEqual(RunState.Done, run.Header.State);
        Assert.IsLessThan(8000 * 3600, run.Header.EndedSeconds);
    }

    [TestMethod]
    public async Task QueueLoad_RunsACampaignWithItsMarks()
    {
        using var folder = new TempFolder();
        var protocol = folder.With("held.yaml", "name: Held\nsteps:\n  - Rest for 1 minute\n  - Charge at C/5 for 4 minutes\n  - Rest for 1 minute\n");
        var campaign = folder.With("campaign.yaml", $"name: c\ncells: [ncm523-lpo, ncm523-pristine]\nruns:\n  - protocol: {protocol}\n    marks: {{step: 2, every: 1 min, text: image}}\n");
        await using var served = await ServedRig.StartAsync("mqtt: off\nboards: [{profile: reference, channels: [1]}]", folder: folder);
        Said(served.Call("queue", "load", campaign, "--channel", "1"), "2 entries wait");
        await ServedRig.UntilAsync(() => served.FilesOf(1).Count == 2 && served.Service.IsAtRest, "both were done");
        foreach (var file in served.FilesOf(1))
        {
            using var run = RunFileReader.Open(file);
            CollectionAssert.AreEqual(new[] { "image 1 starts", "image 2 starts", "image 3 starts", "image 4 starts" }, run.Marks().Take(4).Select(m => m.Text).ToArray());
        }
    }

    [TestMethod]
    public async Task Stop_HoldsTheQueue()
    {
        await using var served = await ServedRig.StartAsync(OneChannel + "\n  - {channel: 1, protocol: short.yaml, cell: fresh}");
        await ServedRig.UntilAsync(() => served.Channel(1).Samples > 3, "it ran");
        Said(served.Call("stop", "1"), "stops");
        await served.StateAsync(1, "held");
        served.Call("stop", "1").AssertRefused(ExitCode.Failed, "Nothing runs on channel 1");
        Said(served.Call("continue", "1"), "next is entry 2, 'short'");
        await ServedRig.UntilAsync(() => served.FilesOf(1).Count == 2 && served.Channel(1).State == "idle", "the next was done");
    }

    [TestMethod]
    public async Task UnknownChannelAndEntry_AreRefusedInWords()
    {
        await using var served = await ServedRig.StartAsync("mqtt: off\nboards: [{profile: reference}]");
        served.Call("pause", "7").AssertRefused(ExitCode.Failed, "There is no channel 7");
        served.Call("mark", "1", "x").AssertRefused(ExitCode.Failed, "Nothing runs on channel 1");
        served.Call("queue", "remove", "9").AssertRefused(ExitCode.Failed, "No entry 9 waits");
        served.Call("queue", "add", "nonsense", "--cell", "ncm523-lpo", "--channel", "1").AssertRefused(ExitCode.Failed, "There is no protocol 'nonsense'");
        Assert.AreEqual("Nothing runs and nothing waits.", served.Call("queue", "list").Output.Trim());
    }

    [TestMethod]
    public async Task StatusJson_HasEveryChannel()
    {
        await using var served = await ServedRig.StartAsync("mqtt: off\nboards: [{profile: reference}, {profile: waveshare-series-shunt, channels: [1]}]");
        var channels = served.Call("status", "--json").Document.GetProperty("channels");
        Assert.AreEqual(3, channels.GetArrayLength());
        Assert.AreEqual("waveshare-series-shunt", channels[2].GetProperty("board").GetString());
    }

    static void Said(Called called, string words)
    {
        Assert.AreEqual(ExitCode.Done, called.ExitCode, called.All);
        StringAssert.Contains(called.Output, words);
    }
}
