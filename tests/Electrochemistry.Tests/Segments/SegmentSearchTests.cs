using CoinRig.Electrochemistry.Segments;
using CoinRig.Electrochemistry.Traces;
using CsCheck;

namespace CoinRig.Electrochemistry.Tests.Segments;

/// <summary>Steps of made-up traces of an RC cell on a Warburg element.</summary>
[TestClass]
public sealed class SegmentSearchTests
{
    [TestMethod]
    [DataRow(0, 0)]
    [DataRow(1e-7, 0)]
    [DataRow(-3e-8, 2e-8)]
    [DataRow(0, 3e-7)]
    public void PulsesBesideOffsetAndNoise_AreFound(double offset, double noise)
    {
        var made = new MadeTrace(noise).Rest(600, 10, offset);
        for (var i = 0; i < 5; i++)
        {
            made.Current(60e-6, 600, 1).Rest(3600, 10, offset);
        }
        var segments = made.Segments();
        AssertKinds(segments, [SegmentKind.Rest, .. Enumerable.Range(0, 10).Select(i => i % 2 == 0 ? SegmentKind.ConstantCurrent : SegmentKind.Rest)]);
        AssertMoments(segments, made.Moments, 1e-6);
    }

    [TestMethod]
    public void StepsOfTwoRowsIn15Milliseconds_AreSegments()
    {
        var made = new MadeTrace().Rest(60, 1).Current(1e-3, 600, 5);
        made.Current(-2e-3, 0.015, 0.0075).Current(1e-3, 60, 5).Rest(60, 5);
        AssertKinds(made.Segments(), SegmentKind.Rest, SegmentKind.ConstantCurrent, SegmentKind.ConstantCurrent, SegmentKind.ConstantCurrent, SegmentKind.Rest);
    }

    [TestMethod]
    [DataRow(5.0, 1.0)]
    [DataRow(10.0, 0.1)]
    [DataRow(10.0, 10.0)]
    public void InterruptionsOfAFewSeconds_AreFound(double seconds, double interval)
    {
        var made = new MadeTrace().Rest(600, 10);
        for (var i = 0; i < 20; i++)
        {
            made.Current(1e-3, 300, 10).Rest(seconds, interval);
        }
        Assert.HasCount(41, made.Segments());
    }

    [TestMethod]
    public void HeldVoltageAfterConstantCurrent_BeginsWhereTheVoltageIsReached()
    {
        var made = new MadeTrace().Rest(60, 1).Current(1e-3, 1000, 5).Hold(3600, 5, 600).Rest(600, 5).Current(-1e-3, 600, 5);
        var segments = made.Segments();
        AssertKinds(segments, SegmentKind.Rest, SegmentKind.ConstantCurrent, SegmentKind.ConstantVoltage, SegmentKind.Rest, SegmentKind.ConstantCurrent);
        Assert.AreEqual(made.Moments[2], segments[2].StartSeconds, 15);
        Assert.AreEqual(made.Moments[3], segments[3].StartSeconds, 1e-6);
    }

    [TestMethod]
    public void StaircaseOfHeldVoltages_HasEachStep()
    {
        var made = new MadeTrace(1e-9).Rest(60, 1);
        for (var i = 0; i < 8; i++)
        {
            made.Step(5e-3, 20e-6, 1800, 2, 400);
        }
        var segments = made.Segments();
        Assert.HasCount(9, segments, string.Join(" ", segments.Select(s => $"{s.Kind}:{s.First}-{s.End}")));
        Assert.IsTrue(segments.Skip(1).All(s => s.Kind == SegmentKind.ConstantVoltage));
        AssertMoments(segments, made.Moments, 1e-6);
    }

    [TestMethod]
    [DataRow(1.0, 0.0)]
    [DataRow(1.0, 0.4)]
    [DataRow(1.0, 1.0)]
    [DataRow(10.0, 0.7)]
    public void CoarseRows_TheMomentIsFoundBetweenThem(double interval, double part)
    {
        var made = new MadeTrace { FirstRow = part }.Rest(600, interval).Current(60e-6, 600, interval).Rest(600, interval);
        AssertMoments(made.Segments(), made.Moments, 0.05 * interval);
    }

    [TestMethod]
    public void RandomCurrents_RowsAreCoveredOnceAndInOrder() => Gen.Double[-1e-3, 1e-3].Array[2, 200].Sample(amperes =>
    {
        double[] seconds = [.. amperes.Select((_, i) => (double)i)], volts = [.. amperes.Select(a => 3.7 + 30 * a)];
        var segments = SegmentSearch.Of(new Trace(seconds, volts, amperes));
        Assert.AreEqual(0, segments[0].First);
        Assert.AreEqual(amperes.Length, segments[^1].End);
        for (var i = 1; i < segments.Count; i++)
        {
            Assert.AreEqual(segments[i - 1].End, segments[i].First);
            Assert.IsTrue(segments[i].StartSeconds >= segments[i - 1].StartSeconds);
        }
    });

    [TestMethod]
    public void ScaledAndShifted_TheSegmentsStay() => Gen.Select(Gen.Double[-3, 3], Gen.Double[-1e5, 1e5], Gen.Bool).Sample((exponent, shift, negative) =>
    {
        var factor = Math.Pow(10, exponent) * (negative ? -1 : 1);
        var made = new MadeTrace().Rest(60, 1).Current(1e-3, 600, 5).Rest(600, 5).Current(-5e-4, 600, 5).Hold(600, 5, 100);
        var expected = made.Segments();
        var actual = SegmentSearch.Of(new Trace([.. made.Seconds.Select(t => t + shift)], made.Volts.ToArray(), [.. made.Amperes.Select(a => a * factor)]));
        CollectionAssert.AreEqual(expected.Select(s => (s.Kind, s.First, s.End)).ToList(), actual.Select(s => (s.Kind, s.First, s.End)).ToList());
    }, iter: 30);

    static void AssertKinds(IReadOnlyList<TraceSegment> segments, params IReadOnlyList<SegmentKind> kinds) =>
        CollectionAssert.AreEqual(kinds.ToList(), segments.Select(s => s.Kind).ToList(), string.Join(" ", segments.Select(s => $"{s.Kind}:{s.First}-{s.End}")));

    static void AssertMoments(IReadOnlyList<TraceSegment> segments, IReadOnlyList<double> moments, double tolerance)
    {
        Assert.HasCount(moments.Count, segments);
        for (var i = 0; i < segments.Count; i++)
        {
            Assert.AreEqual(moments[i], segments[i].StartSeconds, tolerance, $"segment {i}");
        }
    }
}
