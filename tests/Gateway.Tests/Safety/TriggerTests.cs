using CoinRig.Control;
using CoinRig.Documents;
using CoinRig.FrontEnd;

namespace CoinRig.Gateway.Tests;

/// <summary>Lines that a run raises, and one whose edges are marks, at the pins of the twin.</summary>
[TestClass]
public sealed class TriggerTests
{
    static string Board(string more) => File.ReadAllText(Shipped.Boards.PathOf("reference")) + more;

    [TestMethod]
    [DataRow("step_start", 0.0)]
    [DataRow("time 10.09 s", 10.09)]
    public void Trigger_AtAMoment_RaisesTheLineThenForItsPulse(string at, double seconds)
    {
        using var bench = new TwinBench($$"""
            name: t
            steps:
              - Rest for 7 seconds
              - step: constant_current
                current: 61 uA
                until: [time > 30 s]
                trigger: {pin: 12, at: {{at}}, pulse: 92 ms}
            """, board: Board("\ntriggers: [12, 4]\n"));
        Assert.AreEqual(RunState.Done, bench.RunToEnd());
        var step = bench.Markers.OfType<SegmentStarted>().Last().Nanoseconds;
        var line = bench.Pins.Where(p => p.Pin == "12").ToList();
        CollectionAssert.AreEqual(new[] { true, false }, line.Select(p => p.IsHigh).ToArray());
        var mark = bench.Markers.OfType<Mark>().Single();
        Assert.AreEqual(MarkSource.Trigger, mark.Source);
        Assert.AreEqual(seconds * 1e9, mark.Nanoseconds - step, 1e6, "the mark has another time than was asked for");
        Assert.AreEqual(92e6, line[1].Nanoseconds - line[0].Nanoseconds, 1e6, "the pulse is not as long as was asked for");
        StringAssert.Contains(mark.Text, at);
    }

    [TestMethod]
    public void Trigger_DuringTheConversionsOfAScan_ComesAfterThem_AndSaysWhen()
    {
        using var bench = new TwinBench("""
            name: t
            steps:
              - step: rest
                for: 30 s
                trigger: {pin: 12, at: time 10.035 s}
            """, board: Board("\ntriggers: [12]\n"));
        bench.RunToEnd();
        var mark = bench.Markers.OfType<Mark>().Single();
        var late = mark.Nanoseconds - bench.Markers.OfType<SegmentStarted>().First().Nanoseconds - 10_035_000_000;
        Assert.IsTrue(late is > 0 and < 100_000_000, $"{late} ns");
    }

    [TestMethod]
    public void Trigger_AtAPotential_FiresOnceByTheScanThatSeesIt()
    {
        using var bench = new TwinBench("""
            name: t
            record: {dt: 0.1 s}
            steps:
              - step: linear_sweep
                rate: 1 mV/s
                start: open_circuit
                end: 3.65 V
                trigger: {pin: 12, at: voltage >= 3.62 V}
            """, board: Board("\ntriggers: [12]\n"));
        Assert.AreEqual(RunState.Done, bench.RunToEnd());
        var mark = bench.Markers.OfType<Mark>().Single();
        var first = bench.Samples.First(s => s.Volts >= 3.62);
        Assert.AreEqual(first.VoltageNanoseconds, mark.Nanoseconds, 150e6);
        Assert.HasCount(2, bench.Pins.Where(p => p.Pin == "12").ToList());
    }

    [TestMethod]
    public void Trigger_OfEverySweep_FiresAtEach()
    {
        using var bench = new TwinBench("""
            name: t
            steps:
              - step: cyclic_voltammetry
                rate: 2 mV/s
                start: open_circuit
                between: 3.55 V .. 3.65 V
                cycles: 2
                trigger: {pin: 12, at: segment_start}
            """, board: Board("\ntriggers: [12]\n"));
        Assert.AreEqual(RunState.Done, bench.RunToEnd());
        var starts = bench.Markers.OfType<SegmentStarted>().Select(s => s.Nanoseconds).ToList();
        var marks = bench.Markers.OfType<Mark>().Select(m => m.Nanoseconds).ToList();
        Assert.HasCount(starts.Count, marks);
        foreach (var (start, mark) in starts.Zip(marks))
        {
            Assert.AreEqual(start, mark, 1e6);
        }
    }

    [TestMethod]
    public void StopDuringAPulse_LeavesNoLineHigh()
    {
        using var bench = new TwinBench("""
            name: t
            steps:
              - step: rest
                for: 1 min
                trigger: {pin: 12, at: step_start, pulse: 1 h}
            """, board: Board("\ntriggers: [12]\n"));
        bench.RunFor(10);
        bench.Run.RequestStop("a person");
        bench.RunToEnd();
        Assert.IsFalse(bench.Pins.Last(p => p.Pin == "12").IsHigh);
        bench.AssertIdle();
    }

    [TestMethod]
    public void LineThatTheBoardDoesNotGive_IsRefused()
    {
        const string Protocol = """
            name: t
            steps:
              - step: rest
                for: 1 min
                trigger: {pin: 5, at: step_start}
            """;
        var refused = Assert.ThrowsExactly<PlanRefusedException>(() => new TwinBench(Protocol));
        StringAssert.Contains(refused.Message, "triggers: [5]");
        var profile = Assert.ThrowsExactly<DocumentException>(() => BoardProfileFile.Read(Document.Parse(Board("\ntriggers: [5]\n"), "b.yaml")));
        StringAssert.Contains(profile.Message, "relay of channel 1");
    }

    [TestMethod]
    public void EdgeOfTheInput_IsAMark_AndItsBounceIsNot()
    {
        using var bench = new TwinBench("""
            name: t
            steps:
              - Rest for 1 minute
            """, board: Board("\nmarks: {pin: 12, edge: rising, debounce: 3 s, text: AFM image}\n"));
        bench.RunFor(10);
        foreach (var isHigh in new[] { true, false, true, false })
        {
            bench.Twin.DriveLine(12, isHigh);
            bench.RunFor(0.3);
        }
        bench.RunFor(10);
        bench.Twin.DriveLine(12, true);
        Assert.AreEqual(RunState.Done, bench.RunToEnd());
        var marks = bench.Markers.OfType<Mark>().ToList();
        Assert.HasCount(2, marks);
        Assert.AreEqual("AFM image", marks[0].Text);
        Assert.AreEqual(MarkSource.Gpio, marks[0].Source);
        Assert.AreEqual(10e9, marks[1].Nanoseconds - marks[0].Nanoseconds, 1.5e9);
    }
}
