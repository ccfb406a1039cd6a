using CoinRig.Control;

namespace CoinRig.Runs.Tests;

[TestClass]
public sealed class ReaderTests
{
    static readonly ResultRow Result = new("diffusion_coefficient", 1.25e-14, "m2/s", double.NaN, ["pulse-too-long", "ir-not-removed"], 1, 2, 2400.5,
        new Dictionary<string, object> { ["pulse"] = 3, ["voltage"] = 3.75, ["branch"] = "anodic", ["at_seconds"] = double.NaN });

    [TestMethod]
    public void Header_WrittenOne_IsTheSame()
    {
        using var folder = new TempFolder();
        using var file = RunFile.Create(folder.Path, RunBuilder.Header);
        using var run = RunFileReader.Open(file.Path);
        Assert.AreEqual(RunBuilder.Header with { RunId = "gitt__ncm523-lpo__reference__seed1__001" }, run.Header);
        Assert.AreEqual(file.Header, run.Header);
    }

    [TestMethod]
    public void Samples_AfterASequence_BeginBehindIt()
    {
        using var folder = new TempFolder();
        using var run = RunFileReader.Open(Recording.Record(folder, RunBuilder.Entries(3000)));
        Assert.AreEqual(15_000, run.LastSequence);
        foreach (var after in new long[] { 0, 1, 4095, 4096, 4097, 14_999, 15_000, 99_999 })
        {
            CollectionAssert.AreEqual(
                Enumerable.Range(1, 15_000).Select(i => (long)i).Where(i => i > after).ToArray(), run.Samples(after).Select(s => s.Sequence).ToArray());
        }
    }

    [TestMethod]
    public void Results_Posted_AreTheSame()
    {
        using var folder = new TempFolder();
        using var run = RunFileReader.Open(Recording.Record(folder, RunBuilder.Entries(), null, new PostingReader(Result)));
        var results = run.Results().ToList();
        CollectionAssert.AreEqual(new long[] { 1, 2, 3, 4, 5 }, results.Select(r => r.Id).ToArray());
        var row = results[2].Row;
        Assert.AreEqual(Result with { Flags = row.Flags, Details = row.Details }, row);
        CollectionAssert.AreEqual(Result.Flags.ToArray(), row.Flags.ToArray());
        CollectionAssert.AreEqual(new object[] { 3.0, 3.75, "anodic", double.NaN }, row.Details.Values.ToArray());
        CollectionAssert.AreEqual(new long[] { 5 }, run.Results(4).Select(r => r.Id).ToArray());
    }

    [TestMethod]
    public void Summary_WholeRun_Counts()
    {
        using var folder = new TempFolder();
        using var run = RunFileReader.Open(Recording.Record(folder, RunBuilder.Entries(), null, new PostingReader(Result)));
        var summary = RunSummary.Of(run);
        Assert.AreEqual((5, 1, 200L, 5L, 1), (summary.Segments, summary.Cycles, summary.Samples, summary.Results, summary.Events.Count));
        CollectionAssert.AreEqual(new[] { "Rest for 30 minutes", "gitt at C/10" }, summary.Steps.Select(s => s.Text).ToArray());
        Assert.AreEqual(EndReason.StepCondition, summary.Steps[1].Reason);
        Assert.AreEqual(run.Header.EndedSeconds, summary.DurationSeconds);
    }

    [TestMethod]
    public void Timings_AreKeptToTheNanosecond_AndToldByTheView()
    {
        ScanTiming hour = new(3_600_000_000_123, 0, 36_000, 3, 1, 49_151, 131_071, 2_621_439, 1_030_000_001);
        var run = hour with { Nanoseconds = 4_000_000_000_000, Scans = 40_000 };
        using var folder = new TempFolder();
        var path = Recording.Record(folder, RunBuilder.Entries().Prepend(RunBuilder.Marker(hour)).Append(RunBuilder.Marker(run)));
        using (var reader = RunFileReader.Open(path))
        {
            CollectionAssert.AreEqual(new[] { hour, run }, reader.Timings().ToArray());
            Assert.AreEqual(run, RunSummary.Of(reader).Timing);
        }
        using var connection = RunDatabase.OpenToRead(path);
        Assert.AreEqual(1030.000001, (double)connection.Scalar("SELECT largest_milliseconds FROM scan_timing WHERE scans = 36000")!, 1e-9);
    }

    [TestMethod]
    public void Markers_SegmentOfAStep_IsThatOfItsList()
    {
        using var folder = new TempFolder();
        using var run = RunFileReader.Open(Recording.Record(folder, RunBuilder.Entries()));
        var markers = run.Markers().ToList();
        var step = markers.OfType<StepStarted>().Last().Step;
        var segments = markers.OfType<SegmentStarted>().Where(s => s.StepCount == 2).ToList();
        Assert.AreSame(step.Segments[0], segments[2].Segment);
        Assert.AreSame(step.Segments[1], segments[3].Segment);
    }

    [TestMethod]
    public void Samples_WhileRecording_NeverMissOrRepeatOne()
    {
        using var run = new OpenRun(CommitRule.EverySecond);
        using var reader = RunFileReader.Open(run.Path);
        long seen = 0;
        for (var i = 0; i < 100; i++)
        {
            run.Write(run.Samples(1 + i % 97));
            foreach (var sample in reader.Samples(seen))
            {
                Assert.AreEqual(++seen, sample.Sequence);
            }
            Assert.AreEqual(run.Recorder.CommittedSequence, seen);
        }
        // A slow reader, in the middle of a chunk while the recorder joins chunks.
        using var slow = reader.Samples(100).GetEnumerator();
        for (long expected = 101; slow.MoveNext(); expected++)
        {
            Assert.AreEqual(expected, slow.Current.Sequence);
            if (expected % 500 == 0 && expected < 5_000)
            {
                run.Write(run.Samples(50));
            }
        }
    }

    [TestMethod]
    public void Cursor_SavedWhileRecordingAndAfter_IsKept()
    {
        using var run = new OpenRun(CommitRule.EverySecond);
        using var reader = RunFileReader.Open(run.Path);
        Assert.AreEqual(default, reader.Cursor("mqtt"));
        run.Recorder.SaveCursor("mqtt", new RunCursor(7, 1, 2));
        Assert.AreEqual(default, reader.Cursor("mqtt"));
        run.Write(run.Samples(10));
        Assert.AreEqual(new RunCursor(7, 1, 2), reader.Cursor("mqtt"));
        run.Recorder.Dispose();
        run.Recorder.SaveCursor("mqtt", new RunCursor(10, 1, 2));
        RunCursors.Save(run.Path, "postgres", new RunCursor(3, 0, 0));
        Assert.AreEqual(new RunCursor(10, 1, 2), reader.Cursor("mqtt"));
        Assert.AreEqual(new RunCursor(3, 0, 0), reader.Cursor("postgres"));
    }

    [TestMethod]
    public void Cursor_SavedBetweenTheLastCommitAndTheClosing_IsKept()
    {
        using var run = new OpenRun(CommitRule.EverySecond);
        var cursors = new PendingCursors(run.Path);
        run.Recorder.Dispose();
        cursors.Save("mqtt", new RunCursor(7, 1, 2));
        cursors.WriteDirectly();
        using var reader = RunFileReader.Open(run.Path);
        Assert.AreEqual(new RunCursor(7, 1, 2), reader.Cursor("mqtt"));
    }

    sealed class PostingReader(ResultRow result) : IRunReader
    {
        public string Name => "posting";

        public void OnSample(in Sample sample)
        {
        }

        public void OnMarker(Marker marker, Action<ResultRow> post)
        {
            if (marker is SegmentEnded)
            {
                post(result);
            }
        }
    }
}
