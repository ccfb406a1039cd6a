using CoinRig.Electrochemistry.Segments;
using CoinRig.Electrochemistry.Tests.Data;
using CoinRig.Electrochemistry.Traces;

namespace CoinRig.Electrochemistry.Tests.Segments;

/// <summary>Steps of recorded and exact files, beside what their notes say.</summary>
[TestClass]
public sealed class RecordedSegmentsTests
{
    [TestMethod]
    [DataRow("gitt_slab_1s.csv", 41)]
    [DataRow("gitt_slab_100ms.csv", 11)]
    [DataRow("gitt_slab_1s_noise50uV.csv", 41)]
    public void SlabTitration_HasItsStepsAtEqualTimes(string file, int expected)
    {
        var rows = SharedData.Rows("synthetic-gitt-slab", file);
        var segments = SegmentsOf(rows, 0, 5, 4);
        Assert.HasCount(expected, segments);
        for (var i = 0; i < segments.Count; i++)
        {
            var segment = segments[i];
            Assert.AreEqual(i % 2 == 0 ? SegmentKind.Rest : SegmentKind.ConstantCurrent, segment.Kind);
            Assert.AreEqual(0, rows[segment.First][3], "the first row of each step is at its time zero");
            Assert.AreEqual(rows[segment.First][0], segment.StartSeconds);
            Assert.IsTrue(segment.Kind == SegmentKind.Rest || Math.Abs(segment.Seconds - 600) < 1e-9);
        }
    }

    [TestMethod]
    public void Interruptions_AreAllFound()
    {
        var segments = SegmentsOf(SharedData.Rows("ici-nmc-full-cell", "ici_charge.csv"), 0, 1, 2);
        Assert.AreEqual(133, segments.Count(s => s.Kind == SegmentKind.ConstantCurrent));
        Assert.AreEqual(134, segments.Count(s => s.Kind == SegmentKind.Rest));
        Assert.HasCount(267, segments);
        Assert.AreEqual(900.001, segments[2].StartSeconds, 1e-9);
    }

    [TestMethod]
    public void PulsesAndRests_AreAllFound()
    {
        var rows = SharedData.Text("pulses-hppc-full-cell", "hppc_discharge.csv")
            .Select(r => new[] { double.Parse(r[0]), double.Parse(r[2]), double.Parse(r[1]) }).ToList();
        var segments = SegmentsOf(rows, 0, 1, 2);
        Assert.HasCount(57, segments);
        Assert.AreEqual(3600, segments[1].StartSeconds, 1e-9);
        Assert.AreEqual(1080, segments[1].Seconds, 0.01);
        Assert.IsTrue(segments.All(s => s.Kind is SegmentKind.Rest or SegmentKind.ConstantCurrent));
    }

    [TestMethod]
    public void CyclicVoltammogram_IsSweepsBetweenItsVertices()
    {
        foreach (var rate in SharedData.Rows("synthetic-cv-reversible", "cv_reversible_solution.csv").GroupBy(r => r[0]))
        {
            var segments = SegmentsOf([.. rate], 1, 2, 3);
            Assert.HasCount(2, segments, string.Join(" ", segments.Select(s => $"{s.Kind}:{s.First}-{s.End}")));
            Assert.IsTrue(segments.All(s => s.Kind == SegmentKind.Sweep));
            Assert.AreEqual(801, segments[1].First, 2);
        }
    }

    static IReadOnlyList<TraceSegment> SegmentsOf(List<double[]> rows, int seconds, int volts, int amperes) =>
        SegmentSearch.Of(new Trace(rows.Select(r => r[seconds]).ToArray(), rows.Select(r => r[volts]).ToArray(), rows.Select(r => r[amperes]).ToArray()));
}
