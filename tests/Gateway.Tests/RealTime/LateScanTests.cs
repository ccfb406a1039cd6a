using CoinRig.Clock;
using CoinRig.Control;

namespace CoinRig.Gateway.Tests;

/// <summary>A scan that comes late is counted and flagged, whatever else becomes of it; one that does not come shows as a gap, and is counted.</summary>
[TestClass]
public sealed class LateScanTests
{
    const string Charge = """
        name: charge
        record: {dt: 10 s}
        steps:
          - Charge at C/10 for 5 min
          - Rest for 1 min
        """;

    const long Period = 100 * RigClockExtensions.Millisecond;

    static ScanTiming Timing(TwinBench bench) => bench.Markers.OfType<ScanTiming>().Last();

    static List<Sample> Late(TwinBench bench) => bench.Samples.Where(s => s.Flags.HasFlag(SampleFlags.Late)).ToList();

    static void Stall(TwinBench bench, long milliseconds) => bench.Clock.WaitUntil(bench.Run.NextDue + milliseconds * RigClockExtensions.Millisecond);

    [TestMethod]
    public void Punctual_NothingIsFlagged()
    {
        using var bench = new TwinBench(Charge);
        Assert.AreEqual(RunState.Done, bench.RunToEnd(), bench.Run.Message);
        var timing = Timing(bench);
        Assert.AreEqual((0L, 0L, 0L), (timing.LateScans, timing.MissedScans, timing.LargestNanoseconds));
        // The two ends in time are changes that were due too.
        Assert.AreEqual(bench.Run.Live.Scans + 2, timing.Scans, 2);
        Assert.HasCount(0, Late(bench));
        CollectionAssert.DoesNotContain(bench.EventCodes.ToList(), "late-scans");
    }

    [TestMethod]
    [DataRow(49, 0)]
    [DataRow(51, 1)]
    public void ScanBeginsLate_MoreThanHalfAPeriod_IsFlaggedAndRecordedAgainstTheRule(int milliseconds, int late)
    {
        using var bench = new TwinBench(Charge);
        bench.RunFor(250);
        Stall(bench, milliseconds);
        bench.RunToEnd();
        var timing = Timing(bench);
        Assert.AreEqual((late, 0), ((int)timing.LateScans, (int)timing.MissedScans));
        Assert.AreEqual(milliseconds * RigClockExtensions.Millisecond, timing.LargestNanoseconds);
        Assert.AreEqual(late, bench.Run.Live.LateScans);
        Assert.HasCount(late, Late(bench));
        Assert.AreEqual(late, bench.EventCodes.Count(c => c == "late-scans"));
        if (late > 0)
        {
            var before = bench.Samples.Last(s => s.VoltageNanoseconds < Late(bench)[0].VoltageNanoseconds);
            Assert.IsLessThan(9_900_000_000, Late(bench)[0].VoltageNanoseconds - before.VoltageNanoseconds);
        }
    }

    [TestMethod]
    public void ReadingComesLate_ThoughTheScanBeganInTime_IsFlagged()
    {
        DisturbedChannel channel = null!;
        TwinBench bench = null!;
        using (bench = new TwinBench(Charge, wrap: inner => channel = new DisturbedChannel(inner)))
        {
            bench.RunFor(250);
            channel.BeforeNextReading = () => bench.Clock.Wait(75 * RigClockExtensions.Millisecond);
            bench.RunToEnd();
            // The scan after it is due before this one is over, and begins more than half a period late too.
            Assert.AreEqual(2, Timing(bench).LateScans);
            Assert.AreEqual(0, Timing(bench).MissedScans);
            Assert.HasCount(2, Late(bench));
        }
    }

    [TestMethod]
    public void LongStall_LeavesOutScans_AndGoesOnInTheSameGrid()
    {
        using var bench = new TwinBench(Charge.Replace("10 s", "0.1 s", StringComparison.Ordinal));
        bench.RunFor(20);
        var due = bench.Run.NextDue;
        Stall(bench, 1030);
        bench.RunFor(2);
        Assert.AreEqual(0, (bench.Run.NextDue - due) % Period);
        bench.RunToEnd();
        var timing = Timing(bench);
        Assert.AreEqual((1L, 10L), (timing.LateScans, timing.MissedScans));
        Assert.AreEqual(10, bench.Run.Live.MissedScans);
        Assert.AreEqual(1_030_000_000, timing.LargestNanoseconds);
        var late = bench.Samples.FindIndex(s => s.Flags.HasFlag(SampleFlags.Late));
        Assert.AreEqual(1.13e9, bench.Samples[late].VoltageNanoseconds - bench.Samples[late - 1].VoltageNanoseconds, 2e6);
        StringAssert.Contains(bench.Markers.OfType<RigEvent>().Single(e => e.Code == "late-scans").Message, "10 more were left out");
    }

    [TestMethod]
    public void ChangeInTime_ComesLate_FlagsTheFirstSampleAfterIt()
    {
        using var bench = new TwinBench(Charge);
        var origin = bench.Run.NextDue;
        bench.RunFor(1);
        var end = origin + bench.Markers.OfType<SegmentStarted>().Single().Nanoseconds + 300_000_000_000;
        bench.RunFor((end - bench.Clock.Nanoseconds) * 1e-9);
        Assert.AreEqual(end, bench.Run.NextDue);
        Stall(bench, 70);
        bench.RunToEnd();
        var ended = bench.Markers.OfType<SegmentEnded>().First();
        Assert.AreEqual(70e6, ended.Nanoseconds - ended.ConditionNanoseconds, 1e6, "when the end was seen");
        var first = bench.Samples.First(s => s.StepCount == 2);
        Assert.IsTrue(first.Flags.HasFlag(SampleFlags.Late) && first.Flags.HasFlag(SampleFlags.AfterStep), $"{first.Flags}");
        Assert.AreEqual(1, Timing(bench).LateScans);
        Assert.HasCount(1, Late(bench));
    }

    [TestMethod]
    public void EachHour_IsReportedOfItsOwn()
    {
        using var bench = new TwinBench("name: rest\nrecord: {dt: 60 s}\nsteps:\n  - Rest for 150 minutes\n");
        bench.RunFor(4000);
        Stall(bench, 60);
        bench.RunToEnd();
        var timings = bench.Markers.OfType<ScanTiming>().ToList();
        CollectionAssert.AreEqual(new long[] { 0, 1, 1 }, timings.Select(t => t.LateScans).ToArray());
        Assert.AreEqual(timings[0].Nanoseconds, timings[1].SinceNanoseconds);
        Assert.AreEqual(36_000, timings[1].Scans, 2);
        Assert.AreEqual(90_000, timings[2].Scans, 60);
        Assert.AreEqual(2, bench.EventCodes.Count(c => c == "late-scans"));
    }
}
