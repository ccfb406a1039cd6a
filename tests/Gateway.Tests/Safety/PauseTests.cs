using CoinRig.Control;

namespace CoinRig.Gateway.Tests;

/// <summary>A paused run: no current, time and charge of the step stand still, and it goes on where it stood.</summary>
[TestClass]
public sealed class PauseTests
{
    const string Charge = """
        name: t
        record: {dt: 1 s}
        steps:
          - step: constant_current
            current: 61 uA
            until: [time > 5 min]
          - Rest for 10 seconds
        """;

    const string Sweep = """
        name: t
        record: {dt: 1 s}
        steps:
          - step: linear_sweep
            rate: 0.1 mV/s
            start: open_circuit
            end: 3.65 V
        """;

    [TestMethod]
    public void Pause_WhileCharging_OpensTheRelayAndKeepsTimeAndChargeExactly()
    {
        using var plain = new TwinBench(Charge);
        plain.RunToEnd();
        using var bench = new TwinBench(Charge);
        bench.RunFor(100);
        bench.Run.RequestPause();
        bench.RunFor(110);
        Assert.IsTrue(bench.Run.Live.IsPaused);
        Assert.IsFalse(bench.Channel.IsRelayContactClosed);
        var charge = bench.Run.Live.NetCoulombs;
        bench.RunFor(900);
        Assert.AreEqual(0, bench.Channel.CellAmperes);
        Assert.AreEqual(charge, bench.Run.Live.NetCoulombs);
        bench.Run.RequestContinue();
        Assert.AreEqual(RunState.Done, bench.RunToEnd());
        var (expected, ended) = (plain.Markers.OfType<SegmentEnded>().First(), bench.Markers.OfType<SegmentEnded>().First());
        var paused = bench.Markers.OfType<RigEvent>().Single(e => e.Code == "paused").Nanoseconds;
        var on = bench.Markers.OfType<RigEvent>().Single(e => e.Code == "continued").Nanoseconds;
        var start = bench.Markers.OfType<SegmentStarted>().First().Nanoseconds;
        Assert.AreEqual(300_000_000_000, ended.ConditionNanoseconds - start - (on - paused), 1, "the step did not get its five minutes of current");
        Assert.AreEqual(expected.Integrals.ChargeCoulombs, ended.Integrals.ChargeCoulombs, 1e-5 * expected.Integrals.ChargeCoulombs);
        Assert.IsTrue(bench.Samples.Where(s => s.VoltageNanoseconds > paused && s.VoltageNanoseconds < on)
            .All(s => s.Flags.HasFlag(SampleFlags.Paused | SampleFlags.OpenCircuit)));
        bench.AssertIdle();
    }

    [TestMethod]
    public void Pause_InASweep_GoesOnAtTheVoltageWhereItStood()
    {
        using var bench = new TwinBench(Sweep);
        bench.RunFor(200);
        bench.Run.RequestPause();
        bench.RunFor(1000);
        bench.Run.RequestContinue();
        Assert.AreEqual(RunState.Done, bench.RunToEnd());
        var before = bench.Samples.Last(s => !s.Flags.HasFlag(SampleFlags.Paused) && s.VoltageNanoseconds < 250_000_000_000);
        var after = bench.Samples.First(s => s.VoltageNanoseconds > 900_000_000_000 && (s.Flags & (SampleFlags.Paused | SampleFlags.Approach)) == 0);
        Assert.AreEqual(before.Volts, after.Volts, 0.5e-3);
        var sweeps = bench.Markers.OfType<SegmentStarted>().ToList();
        Assert.HasCount(1, sweeps, "a pause must not begin a segment");
        Assert.AreEqual(3.65, bench.Samples[^1].Volts, 1e-3);
    }

    [TestMethod]
    public void Pause_AtZeroCurrentByTheStepsOwnRule_KeepsTheRelay()
    {
        using var bench = new TwinBench("""
            name: t
            rest: {hold: zero_current}
            steps:
              - Rest for 2 minutes
            """);
        bench.RunFor(60);
        bench.Run.RequestPause();
        bench.RunFor(600);
        Assert.IsTrue(bench.Channel.IsRelayContactClosed);
        bench.Run.RequestContinue();
        Assert.AreEqual(RunState.Done, bench.RunToEnd());
        Assert.AreEqual(720, bench.Run.Live.Seconds, 3);
    }

    [TestMethod]
    public void Stop_WhilePaused_EndsIdle()
    {
        using var bench = new TwinBench(Charge);
        bench.RunFor(50);
        bench.Run.RequestPause();
        bench.RunFor(60);
        bench.Run.RequestStop("a person");
        Assert.AreEqual(RunState.StoppedByPerson, bench.RunToEnd());
        bench.AssertIdle();
    }

    [TestMethod]
    public void Skip_EndsThisStepAndSaysSo()
    {
        using var bench = new TwinBench(Charge);
        bench.RunFor(50);
        bench.Run.RequestSkip();
        Assert.AreEqual(RunState.Done, bench.RunToEnd());
        Assert.AreEqual(EndReason.Skipped, bench.Markers.OfType<StepEnded>().First().Reason);
        Assert.AreEqual(EndReason.Condition, bench.Markers.OfType<StepEnded>().Last().Reason);
        CollectionAssert.Contains(bench.EventCodes.ToList(), "step-skipped");
        Assert.AreEqual(60, bench.Run.Live.Seconds, 1);
    }

    [TestMethod]
    public void Mark_HasItsOwnTime()
    {
        using var bench = new TwinBench(Charge);
        var origin = bench.Clock.Nanoseconds;
        bench.RunFor(50);
        var when = bench.Clock.Nanoseconds - 12_345_678;
        Assert.IsTrue(bench.Run.Mark("AFM image 12 starts", MarkSource.Command, when));
        bench.RunToEnd();
        Assert.AreEqual(new Mark(when - origin, "AFM image 12 starts", MarkSource.Command), bench.Markers.OfType<Mark>().Single());
        Assert.IsFalse(bench.Run.Mark("too late", MarkSource.Command, bench.Clock.Nanoseconds));
    }
}
