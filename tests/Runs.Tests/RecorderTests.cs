using CoinRig.Clock;
using CoinRig.Control;

namespace CoinRig.Runs.Tests;

[TestClass]
public sealed class RecorderTests
{
    static readonly CommitRule EveryMinute = new(4096, 60 * RigClockExtensions.Second, true);

    [TestMethod]
    public void Record_WholeRun_ReadsBackInOrder()
    {
        using var folder = new TempFolder();
        FeedEntry[] entries = [.. RunBuilder.Entries()];
        using var run = RunFileReader.Open(Recording.Record(folder, entries));

        Assert.AreEqual(RunState.Done, run.Header.State);
        var log = new LogReader();
        run.Replay(log);
        CollectionAssert.AreEqual(LogReader.Expected(entries), log.Lines);
    }

    [TestMethod]
    public void Record_AnotherCommitRule_GivesTheSameContent()
    {
        using var folder = new TempFolder();
        var atFullSpeed = Content.Of(Recording.Record(folder, RunBuilder.Entries(900)));
        var everySecond = Content.Of(Recording.Record(folder, RunBuilder.Entries(900), EveryMinute));
        var now = Content.Of(Recording.Record(folder, RunBuilder.Entries(900), new CommitRule(17, long.MaxValue, true)));

        Assert.AreEqual(atFullSpeed, everySecond.Replace("__002", "__001", StringComparison.Ordinal));
        Assert.AreEqual(atFullSpeed, now.Replace("__003", "__001", StringComparison.Ordinal));
    }

    [TestMethod]
    public void Record_AnotherSeed_GivesOtherContent()
    {
        using var folder = new TempFolder();
        var one = Content.Of(Recording.Record(folder, RunBuilder.Entries(seed: 1)));
        var two = Content.Of(Recording.Record(folder, RunBuilder.Entries(seed: 2)));
        Assert.AreNotEqual(one, two.Replace("__002", "__001", StringComparison.Ordinal));
    }

    [TestMethod]
    public void Drain_FullSpeed_CommitsEvery4096Samples()
    {
        using var run = new OpenRun(CommitRule.FullSpeed);
        run.Write(run.Samples(4095));
        Assert.AreEqual(0, run.Recorder.CommittedSequence);
        run.Write(run.Samples(1));
        Assert.AreEqual(4096, run.Recorder.CommittedSequence);
    }

    [TestMethod]
    public void Drain_EverySecond_CommitsOnceASecondOfTheFeed()
    {
        using var run = new OpenRun(CommitRule.EverySecond);
        // Ten scans a second: the first sample is at 0.1 s.
        run.Write(run.Samples(9));
        Assert.AreEqual(0, run.Recorder.CommittedSequence);
        run.Write(run.Samples(1));
        Assert.AreEqual(10, run.Recorder.CommittedSequence);
        run.Write(run.Samples(9));
        Assert.AreEqual(10, run.Recorder.CommittedSequence);
    }

    [TestMethod]
    public void Drain_CheckpointAlone_IsCommittedAfterASecond()
    {
        using var run = new OpenRun(CommitRule.EverySecond);
        run.Write(run.Samples(10));
        var state = run.Rig.Record(0, 1, 0, row: false);
        state.VoltageNanoseconds += RigClockExtensions.Second;
        run.Write(new FeedEntry { Kind = FeedKind.Checkpoint, Sample = state });

        using var reader = RunFileReader.Open(run.Path);
        Assert.AreEqual(state.VoltageNanoseconds, reader.Checkpoint!.State.VoltageNanoseconds);
        Assert.AreEqual(state.NetCoulombs, reader.Checkpoint.State.NetCoulombs);
        Assert.AreEqual(10, reader.LastSequence);
    }

    [TestMethod]
    public void Drain_Alarm_CommitsAtOnce()
    {
        using var run = new OpenRun(CommitRule.FullSpeed);
        run.Write(run.Samples(3));
        run.Write(RunBuilder.Marker(new RigEvent(1, "range-changed", EventSeverity.Note, "")));
        Assert.AreEqual(0, run.Recorder.CommittedSequence);
        run.Write(RunBuilder.Marker(new RigEvent(1, "relay-welded", EventSeverity.Alarm, "")));
        Assert.AreEqual(3, run.Recorder.CommittedSequence);
    }

    [TestMethod]
    public void Drain_StepChange_CommitsAtOnceOnHardware()
    {
        var step = RunBuilder.Marker(new StepStarted(1, 1, RunBuilder.Rest, 1, new ProgramPosition(3, [2, 1])));
        using var hardware = new OpenRun(CommitRule.EverySecond);
        hardware.Write(hardware.Samples(3));
        hardware.Write(step);
        Assert.AreEqual(3, hardware.Recorder.CommittedSequence);

        using var twin = new OpenRun(CommitRule.FullSpeed);
        twin.Write(twin.Samples(3));
        twin.Write(step);
        Assert.AreEqual(0, twin.Recorder.CommittedSequence);

        using var reader = RunFileReader.Open(hardware.Path);
        Assert.AreEqual(3, reader.Checkpoint!.Position!.Instruction);
        CollectionAssert.AreEqual(new[] { 2, 1 }, reader.Checkpoint.Position.Passes.ToArray());
    }

    [TestMethod]
    public void Drain_SequenceWithGap_KeepsBothSides()
    {
        using var run = new OpenRun(CommitRule.FullSpeed);
        run.Write(run.Samples(5));
        run.Samples(3);
        run.Write(run.Samples(5));
        run.Recorder.Dispose();
        using var reader = RunFileReader.Open(run.Path);
        CollectionAssert.AreEqual(new long[] { 1, 2, 3, 4, 5, 9, 10, 11, 12, 13 }, reader.Samples().Select(s => s.Sequence).ToArray());
    }

    [TestMethod]
    public void Record_ManyCommits_CostNoMoreSpace()
    {
        using var folder = new TempFolder();
        var path = Recording.Record(folder, RunBuilder.Entries(3000, pulses: 1), EveryMinute);
        using var run = RunFileReader.Open(path);
        Assert.IsLessThanOrEqualTo(16.0, (new FileInfo(path).Length - 65_536) / (double)run.SampleCount);
    }

    [TestMethod]
    public void Drain_ManySamples_AllocatesNothingForEach()
    {
        using var run = new OpenRun(CommitRule.FullSpeed);
        FeedEntry[] entries = [.. run.Samples(4096)];
        run.Write(entries.AsSpan(0, 100));
        var before = GC.GetAllocatedBytesForCurrentThread();
        run.Write(entries.AsSpan(100, 3900));
        Assert.AreEqual(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    /// <summary>Connecting a cell takes seconds in which the feed is silent; from a file whose last word is the end of a step nobody could go on.</summary>
    [TestMethod]
    public void Drain_SilenceBetweenSteps_CommitsUpToTheEndOfTheStepAndNoFurther()
    {
        using var run = new OpenRun(CommitRule.EverySecond);
        Assert.IsTrue(run.Feed.TryWrite(RunBuilder.Marker(new StepStarted(0, 1, RunBuilder.Rest, 1, new ProgramPosition(0, [])))));
        foreach (var entry in run.Samples(4))
        {
            Assert.IsTrue(run.Feed.TryWrite(entry));
        }
        Assert.IsTrue(run.Feed.TryWrite(RunBuilder.Marker(new StepEnded(400_000_000, 1, EndReason.Condition, "time"))));
        run.Recorder.Drain(5_000_000_000);
        Assert.AreEqual(0, run.Recorder.CommittedSequence);
        run.Recorder.Drain(5_999_999_999);
        Assert.AreEqual(0, run.Recorder.CommittedSequence);
        run.Recorder.Drain(6_000_000_000);
        Assert.AreEqual(4, run.Recorder.CommittedSequence);
        using var reader = RunFileReader.Open(run.Path);
        Assert.IsInstanceOfType<StepStarted>(reader.Markers().Single());
        run.Recorder.Drain(9_000_000_000);
        Assert.AreEqual(1, reader.Markers().Count());

        run.Write(RunBuilder.Marker(new StepStarted(6_400_000_000, 2, RunBuilder.Rest, 1, new ProgramPosition(1, []))));
        Assert.AreEqual("StepStarted StepEnded StepStarted", string.Join(' ', reader.Markers().Select(m => m.GetType().Name)));
    }

    /// <summary>What came shortly before a silence has waited for some time already.</summary>
    [TestMethod]
    public void Drain_Silence_CommitsWhatHasWaitedForTheTimeOfTheRule()
    {
        using var run = new OpenRun(CommitRule.EverySecond);
        run.Write(RunBuilder.Marker(new StepStarted(0, 1, RunBuilder.Rest, 1, new ProgramPosition(0, []))));
        for (var i = 0; i < 8; i++)
        {
            Assert.IsTrue(run.Feed.TryWrite(run.Samples(1)[0]));
            run.Recorder.Drain(i * 100_000_000);
        }
        run.Recorder.Drain(999_999_999);
        Assert.AreEqual(0, run.Recorder.CommittedSequence);
        run.Recorder.Drain(1_000_000_000);
        Assert.AreEqual(8, run.Recorder.CommittedSequence);
    }

    [TestMethod]
    public void Stop_ThreadOfItsOwn_HasMovedAll()
    {
        using var folder = new TempFolder();
        var feed = new Feed();
        FeedEntry[] entries = [.. RunBuilder.Entries(500)];
        var recorder = new Recorder(RunFile.Create(folder.Path, RunBuilder.Header), feed, [], CommitRule.FullSpeed);
        using (new RecorderThread(recorder, new VirtualClock()))
        {
            foreach (var entry in entries)
            {
                Assert.IsTrue(feed.TryWrite(entry));
            }
        }
        Assert.AreEqual(0, feed.Count);
        recorder.Dispose();
        using var run = RunFileReader.Open(recorder.Path);
        var log = new LogReader();
        run.Replay(log);
        CollectionAssert.AreEqual(LogReader.Expected(entries), log.Lines);
    }
}
