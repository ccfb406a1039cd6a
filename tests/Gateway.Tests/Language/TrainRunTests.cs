using CoinRig.Control;
using CoinRig.Protocols;

namespace CoinRig.Gateway.Tests;

/// <summary>PITT, pulses, ICI, charges in stages and rests until the cell is settled, on the whole twin.</summary>
[TestClass]
public sealed class TrainRunTests
{
    const string Head = "name: t\nlimits: {voltage: 2.5 V .. 4.35 V}\nrecord: {dt: 5 s}\nsteps:\n";

    [TestMethod]
    [DataRow("reference")]
    [DataRow("waveshare-series-shunt")]
    public void Pitt_HoldsEachVoltageUntilItsCurrentHasDecayed(string board)
    {
        using var bench = new TwinBench(Head + "  - {step: pitt, start: 3.7 V, end: 3.74 V, increment: 10 mV, until: '|current| < 25 uA', for: 9 h, largest_current: 0.8 mA, range: auto}\n", board: board);
        Assert.AreEqual(RunState.Done, bench.RunToEnd(), bench.Run.Message);
        var ends = bench.Markers.OfType<SegmentEnded>().ToArray();
        var starts = bench.Markers.OfType<SegmentStarted>().ToArray();
        Assert.HasCount(5, ends);
        for (var i = 0; i < 5; i++)
        {
            Assert.AreEqual(3.7 + 0.01 * i, starts[i].SetValue, 1e-9);
            Assert.AreEqual(3.7 + 0.01 * i, ends[i].LastVolts, 0.4e-3);
            Assert.AreEqual("|current| < 25 uA", ends[i].Text);
            Assert.AreEqual(25e-6, ends[i].LastAmperes, 0.4e-6);
        }
        // After a step of the potential the current falls from much more than at its end.
        Assert.IsGreaterThan(30e-6, bench.Samples.Where(s => s.SegmentCount == 3 && !s.Flags.HasFlag(SampleFlags.Approach)).Max(s => s.Amperes));
    }

    [TestMethod]
    public void Pulses_OfATrain_GoTheirWayUntilTheStepsEnd()
    {
        using var bench = new TwinBench(Head + """
              - Charge at C/2 for 1 hour
              - step: pulses
                train:
                  - {current: discharge C/2, for: 10 s}
                  - {rest: 40 s}
                  - {current: 0.375 C, for: 10 s}
                  - {current: discharge C/5, until: charge > 60 uAh}
                  - {rest: 5 min, hold: zero_current}
                until: charge > 150 uAh

            """);
        Assert.AreEqual(RunState.Done, bench.RunToEnd(), bench.Run.Message);
        var segments = bench.Markers.OfType<SegmentEnded>().Where(s => s.StepCount == 2).ToArray();
        Assert.AreEqual(EndReason.StepCondition, segments[^1].Reason);
        var oneC = bench.Cell.OneCAmperes;
        Assert.AreEqual(oneC / 2 * 10, segments[0].Integrals.DischargeCoulombs, 1e-4 * oneC * 10);
        Assert.AreEqual(0, segments[1].Integrals.DischargeCoulombs);
        Assert.AreEqual(0.375 * oneC * 10, segments[2].Integrals.ChargeCoulombs, 1e-4 * oneC * 10);
        var total = segments.Sum(s => s.Integrals.ChargeCoulombs + s.Integrals.DischargeCoulombs);
        Assert.AreEqual(150e-6 * 3600, total, 1e-3 * 150e-6 * 3600);
        Assert.IsFalse(bench.Results.Any(r => r.Step == 2 && r.Name.EndsWith("_capacity", StringComparison.Ordinal)), "a train of pulses is no half cycle");
    }

    [TestMethod]
    public void Ici_InterruptsTheCurrentAtOneWrite_AndItsChargeIsThatOfTheCurrentAlone()
    {
        using var bench = new TwinBench(Head + "  - {step: ici, current: C/5, every: 5 min, interrupt: 10 s, until: time > 1 h, record: {dt: 1 s}}\n");
        Assert.AreEqual(RunState.Done, bench.RunToEnd(), bench.Run.Message);
        var segments = bench.Markers.OfType<SegmentEnded>().ToArray();
        Assert.AreEqual(1, bench.Pins.Count(p => p is { Pin: "relay", IsHigh: true }) - 1, "the relay stays closed");
        for (var i = 0; i + 2 < segments.Length; i++)
        {
            Assert.AreEqual(i % 2 == 0 ? bench.Cell.OneCAmperes / 5 * 300 : 0, segments[i].Integrals.ChargeCoulombs, 1e-4 * bench.Cell.OneCAmperes * 60);
        }
        Assert.IsTrue(bench.Results.Any(r => r.Name == "step_resistance"), "each interruption shows the resistance");
        Assert.AreEqual(segments.Sum(s => s.Integrals.ChargeCoulombs) / 3600, bench.Results.Single(r => r.Name == "charge_capacity").Value, 1e-12);
    }

    [TestMethod]
    public void MultiStepCharge_GoesFromStageToStage_AndHolds()
    {
        using var bench = new TwinBench(Head + "  - {step: multi_step_charge, stages: [{current: 1C, until: 4.0 V}, {current: C/2, until: 4.1 V}], hold: {voltage: 4.1 V, until: C/10}}\n");
        Assert.AreEqual(RunState.Done, bench.RunToEnd(), bench.Run.Message);
        var ends = bench.Markers.OfType<SegmentEnded>().ToArray();
        Assert.AreEqual(4.0, ends[0].LastVolts, 2e-3);
        Assert.AreEqual(4.1, ends[1].LastVolts, 2e-3);
        Assert.AreEqual(bench.Cell.OneCAmperes / 10, ends[2].LastAmperes, 0.01 * bench.Cell.OneCAmperes);
        Assert.HasCount(1, bench.Results.Where(r => r.Name == "charge_capacity").ToArray());
    }

    /// <summary>The rest ends when the voltage moves by less than a millivolt in ten minutes; the recorded rows say the same.</summary>
    [TestMethod]
    public void Rest_UntilTheCellIsSettled_EndsWhenItsSlopeIsSmall()
    {
        using var bench = new TwinBench(Head + "  - Charge at C/2 for 30 minutes\n  - {step: rest, until: ['|dV/dt| < 6 mV/h', 5 h]}\n");
        Assert.AreEqual(RunState.Done, bench.RunToEnd(), bench.Run.Message);
        var ended = bench.Markers.OfType<SegmentEnded>().Last();
        Assert.AreEqual("|dV/dt| < 6 mV/h", ended.Text);
        var last = bench.Samples.Where(s => s.StepCount == 2 && s.VoltageNanoseconds > ended.Nanoseconds - 60_000_000_000).ToArray();
        var slope = (last[^1].Volts - last[0].Volts) / ((last[^1].VoltageNanoseconds - last[0].VoltageNanoseconds) * 1e-9);
        Assert.AreEqual(6e-3 / 3600, Math.Abs(slope), 0.6e-3 / 3600);
    }

    [TestMethod]
    public void And_EndsWhenTheLastOfBothHolds()
    {
        using var bench = new TwinBench(Head + "  - {step: constant_current, current: C/5, until: time > 20 min and voltage > 3 V, for: 3 h}\n  - {step: constant_current, current: C/5, until: time > 1 s and energy > 0.1 mWh}\n");
        Assert.AreEqual(RunState.Done, bench.RunToEnd(), bench.Run.Message);
        var ends = bench.Markers.OfType<SegmentEnded>().ToArray();
        Assert.AreEqual(1200, ends[0].ConditionNanoseconds * 1e-9 - bench.Markers.OfType<SegmentStarted>().First().Nanoseconds * 1e-9, 1e-6);
        Assert.AreEqual(0.36, ends[1].Integrals.ChargeJoules, 1e-3);
    }
}
