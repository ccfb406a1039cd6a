using CoinRig.Control;

namespace CoinRig.Runs.Tests;

[TestClass]
public sealed class FaultTests
{
    [TestMethod]
    public void Open_CopyOfARunThatWasKilled_HasAllThatWasCommitted()
    {
        using var run = new OpenRun(CommitRule.EverySecond);
        run.Write(RunBuilder.Marker(new StepStarted(0, 1, RunBuilder.Rest, 1, new ProgramPosition(0, []))));
        for (var i = 0; i < 45; i++)
        {
            run.Write(run.Samples(105));
            var copy = CopyAsItLies(run, i);
            using var reader = RunFileReader.Open(copy);
            Assert.AreEqual(run.Recorder.CommittedSequence, reader.LastSequence);
            Assert.AreEqual(run.Recorder.CommittedSequence, reader.Checkpoint!.State.Sequence);
            Assert.AreEqual(reader.LastSequence, reader.Samples().LongCount());
            Assert.AreEqual(RunState.Running, reader.Header.State);
        }
        Assert.IsGreaterThan(4_096, run.Recorder.CommittedSequence);
    }

    [TestMethod]
    public void Drain_ReaderThrows_RunGoesOnWithoutIt()
    {
        var log = new LogReader();
        using var run = new OpenRun(CommitRule.FullSpeed, new FailingReader(afterSamples: 2), log, new FailingReader(afterSamples: 3));
        run.Write(run.Samples(5));
        run.Write(RunBuilder.Marker(new RunEnded(9, RunState.Done, "")));
        Assert.IsNull(run.Recorder.Fault);

        using var reader = RunFileReader.Open(run.Path);
        RigEvent[] events = [.. reader.Events().Select(e => e.Event)];
        Assert.HasCount(2, events);
        Assert.AreEqual("reader-failed", events[0].Code);
        StringAssert.Contains(events[0].Message, "'failing' failed and reads no further (out of ideas)");
        Assert.AreEqual(5, reader.LastSequence);
        var replayed = new LogReader();
        reader.Replay(replayed);
        Assert.HasCount(8, log.Lines);
        CollectionAssert.AreEquivalent(log.Lines, replayed.Lines);
    }

    [TestMethod]
    public void Drain_DiskFull_KeepsWhatWasCommittedAndTellsTheScan()
    {
        using var run = new OpenRun(CommitRule.EverySecond);
        run.File.LimitPages(run.File.PageCount + 10);
        WriteUntilFault(run);
        var committed = run.Recorder.CommittedSequence;
        StringAssert.Contains(run.Feed.ReaderFault!.Message, "the disk is full");
        StringAssert.Contains(run.Recorder.Fault, $"Recording stopped after sample {committed}");
        run.Write(run.Samples(5000));
        run.Write(RunBuilder.Marker(new RunEnded(9, RunState.Failed, new string('-', 1_000_000))));
        run.Recorder.Dispose();

        using var reader = RunFileReader.Open(run.Path);
        Assert.AreEqual(RunState.Running, reader.Header.State);
        Assert.IsGreaterThan(0, committed);
        Assert.AreEqual(committed, reader.LastSequence);
        Assert.AreEqual(committed, reader.Samples().LongCount());
    }

    [TestMethod]
    public void Dispose_SpaceCameBack_WritesTheEnd()
    {
        using var run = new OpenRun(CommitRule.EverySecond);
        run.File.LimitPages(run.File.PageCount + 10);
        WriteUntilFault(run);
        run.Write(run.Samples(10));
        run.Write(RunBuilder.Marker(new RunEnded(9, RunState.Failed, "the disk is full")));
        run.File.LimitPages(1_000_000);
        run.Recorder.Dispose();

        using var reader = RunFileReader.Open(run.Path);
        Assert.AreEqual(RunState.Failed, reader.Header.State);
        Assert.AreEqual(run.Rig.Record(0, 1, 0).Sequence - 1, reader.LastSequence);
        Assert.AreEqual(reader.LastSequence, reader.Samples().LongCount());
        var (_, fault) = reader.Events().Single();
        Assert.AreEqual("recorder-fault", fault.Code);
        Assert.AreEqual(EventSeverity.Alarm, fault.Severity);
    }

    [TestMethod]
    public void Dispose_MoreThanABlockAfterTheFault_TellsHowMuchIsLost()
    {
        using var run = new OpenRun(CommitRule.EverySecond);
        run.File.LimitPages(run.File.PageCount + 10);
        WriteUntilFault(run);
        run.Write(run.Samples(5000));
        run.File.LimitPages(1_000_000);
        run.Recorder.Dispose();

        var made = run.Rig.Record(0, 1, 0).Sequence - 1;
        using var reader = RunFileReader.Open(run.Path);
        Assert.AreEqual(0, reader.LastSequence % 4096);
        StringAssert.Contains(reader.Events().Single().Event.Message, $"{made - reader.LastSequence} samples after number {reader.LastSequence} were not kept");
    }

    [TestMethod]
    public void Thread_SomethingThatNobodyForesaw_IsToldToTheScanAndTheProcessLives()
    {
        using var run = new OpenRun(CommitRule.EverySecond);
        using var thread = new RecorderThread(run.Recorder, new Clock.RealClock());
        foreach (var entry in (FeedEntry[])[.. run.Samples(3), RunBuilder.Marker(new Odd(1))])
        {
            Assert.IsTrue(run.Feed.TryWrite(entry));
        }
        thread.Stop();
        StringAssert.Contains(run.Feed.ReaderFault!.Message, "no place for a Odd");
        StringAssert.Contains(run.Recorder.Fault, "Recording stopped");
        Assert.IsTrue(run.Feed.TryWrite(RunBuilder.Marker(new RunEnded(9, RunState.Failed, "recording failed"))));
        run.Recorder.Dispose();

        using var reader = RunFileReader.Open(run.Path);
        Assert.AreEqual(RunState.Failed, reader.Header.State);
        Assert.AreEqual(3, reader.LastSequence);
        Assert.AreEqual("recorder-fault", reader.Events().Single().Event.Code);
    }

    sealed record Odd(long Nanoseconds) : Marker(Nanoseconds);

    static void WriteUntilFault(OpenRun run)
    {
        for (var i = 0; i < 1000 && run.Recorder.Fault is null; i++)
        {
            run.Write(run.Samples(25));
        }
        Assert.IsNotNull(run.Recorder.Fault);
    }

    /// <summary>What a kill leaves: the database and its write-ahead log, closed by nobody.</summary>
    static string CopyAsItLies(OpenRun run, int number)
    {
        var folder = Directory.CreateDirectory(Path.Combine(run.Folder, $"copy{number}")).FullName;
        var copy = Path.Combine(folder, Path.GetFileName(run.Path));
        File.Copy(run.Path, copy);
        File.Copy(run.Path + "-wal", copy + "-wal");
        return copy;
    }

    sealed class FailingReader(int afterSamples) : IRunReader
    {
        int _samples;

        public string Name => "failing";

        public void OnSample(in Sample sample)
        {
            if (++_samples == afterSamples)
            {
                throw new InvalidOperationException("out of ideas.");
            }
            Assert.IsLessThan(afterSamples, _samples);
        }

        public void OnMarker(Marker marker, Action<ResultRow> post)
        {
        }
    }
}
