using CoinRig.Control;
using CoinRig.Twin;

namespace CoinRig.Gateway.Tests;

/// <summary><c>range: auto</c> through protocol, scan, drivers, emulated chips, circuit and cell, each sample beside the true current of its time.</summary>
[TestClass]
public sealed class AutoRangeTests
{
    const string Head = "name: auto\nlimits: {voltage: 2.5 V .. 4.35 V, temperature: 45 degC}\nrecord: {dt: 10 s, dV: 1 mV}\nsteps:\n";

    /// <summary>A peak that grows from below 1 uA to about 1 mA, and a hold at 4.08 V that decays below 1 uA.</summary>
    const string PeakAndHold = Head + """
          - Rest for 1 minute
          - {step: linear_sweep, rate: 0.15 mV/s, start: open_circuit, end: 4.08 V, largest_current: 1 mA, range: auto}
          - {step: constant_voltage, voltage: 4.08 V, until: '|current| < 0.8 uA', largest_current: 1 mA, range: auto}

        """;

    [TestMethod]
    [DataRow("reference", "ncm523-lpo", 2, 900e-6)]
    [DataRow("reference", "ncm523-pristine", 1, 500e-6)]
    [DataRow("waveshare-series-shunt", "ncm523-lpo", 1, 900e-6)]
    [DataRow("waveshare-series-shunt", "ncm523-pristine", 1, 500e-6)]
    public void PeakAndHold_OverTheWholeSpan_AreMeasuredWithinHalfAPerCentOrTenNanoamperes(string board, string cell, int changesUp, double peak)
    {
        using var bench = Bench(PeakAndHold, board, cell, out var channel, out var origin);
        Assert.AreEqual(RunState.Done, bench.RunToEnd(), bench.Run.Message);
        var driven = bench.Samples.Where(s => !s.Flags.HasFlag(SampleFlags.OpenCircuit)).ToList();
        Assert.IsGreaterThan(peak, driven.Max(s => s.Amperes));
        Assert.IsLessThan(0.8e-6, driven.Min(s => Math.Abs(s.Amperes)));
        Assert.AreEqual(2 * changesUp, channel.Changes.Count, "as many up as down, and not one more");
        Assert.AreEqual(channel.Changes.Count, driven.Count(s => s.Flags.HasFlag(SampleFlags.RangeChanged)));
        Assert.IsFalse(bench.Samples.Any(s => s.Flags.HasFlag(SampleFlags.Late)), "a change of range makes scans late");
        // In the first half second after the relay closes the current decays within a conversion.
        var first = driven[0].CurrentNanoseconds + 500_000_000;
        var truths = channel.Truth.Select(t => (t.Key, t.Value.Amperes)).OrderBy(t => t.Key).ToArray();
        var next = 0;
        for (var i = 0; i < driven.Count; i++)
        {
            var sample = driven[i];
            var isMean = sample is { StepCount: 2, Flags: SampleFlags.None } && i + 1 < driven.Count && driven[i + 1].StepCount == 2 && !driven[i + 1].Flags.HasFlag(SampleFlags.RangeChanged);
            var truth = TrueAmperes(truths, sample.CurrentNanoseconds + origin, isMean, ref next);
            if (sample.CurrentNanoseconds <= first || sample.Flags.HasFlag(SampleFlags.RangeChanged))
            {
                continue;
            }
            Assert.AreEqual(truth, sample.Amperes, Math.Max(0.005 * Math.Abs(truth), 10e-9), $"at {sample.CurrentNanoseconds * 1e-9:0.00} s, {sample.Volts:0.0000} V, {sample.Flags}");
        }
    }

    [TestMethod]
    [DataRow("reference", "ncm523-lpo")]
    [DataRow("reference", "ncm523-pristine")]
    [DataRow("reference", "dummy-randles")]
    [DataRow("waveshare-series-shunt", "ncm523-lpo")]
    [DataRow("waveshare-series-shunt", "dummy-randles")]
    public void ChangeOfRange_AtZeroCurrent_WithAShortGapThatIsTold_AndNoCurrentAboveWhatWas(string board, string cell)
    {
        var protocol = cell == "dummy-randles"
            ? Head + """
                  - {step: linear_sweep, rate: 0.1 mV/s, start: open_circuit, end: 3.755 V, largest_current: 0.95 mA, range: auto}
                  - {step: linear_sweep, rate: 0.1 mV/s, start: 3.755 V, end: 3.69 V, largest_current: 0.95 mA, range: auto}

                """
            : PeakAndHold;
        using var bench = Bench(protocol, board, cell, out var channel, out var origin);
        Assert.AreEqual(RunState.Done, bench.RunToEnd(), bench.Run.Message);
        Assert.IsGreaterThanOrEqualTo(2, channel.Changes.Count);
        foreach (var (from, to, amperes) in channel.Changes)
        {
            Assert.IsLessThan(0.05 * Math.Min(from.FullScaleAmperes, to.FullScaleAmperes), amperes, $"a contact moved with {amperes * 1e6:0.00} uA flowing");
        }
        Assert.IsLessThanOrEqualTo(1_000_000, channel.LongestAboveNanoseconds, "more than a per cent of the larger range above the current before");
        Assert.AreEqual(channel.Changes.Count, bench.EventCodes.Count(c => c == "range-changed"));
        for (var i = 1; i < bench.Samples.Count; i++)
        {
            var (before, after) = (bench.Samples[i - 1], bench.Samples[i]);
            if (after.Flags.HasFlag(SampleFlags.RangeChanged))
            {
                Assert.IsLessThan(3 * bench.Profile.ScanPeriodNanoseconds, after.CurrentNanoseconds - before.CurrentNanoseconds);
                var truth = channel.Truth[after.CurrentNanoseconds + origin].Coulombs - channel.Truth[before.CurrentNanoseconds + origin].Coulombs;
                Assert.AreEqual(truth, after.NetCoulombs - before.NetCoulombs, (cell[0] == 'd' ? 0.2 : 0.03) * Math.Abs(truth), "the gap's charge");
            }
        }
        // 0.05 % of gain, and the gaps.
        var last = bench.Samples[^1];
        Assert.AreEqual(channel.Truth[last.CurrentNanoseconds + origin].Coulombs, last.NetCoulombs, 0.001 * Math.Abs(last.NetCoulombs) + 20e-6);
    }

    /// <summary>From one scan to the next the current leaves the small range: nothing of that reading may count, and the run goes on in a larger one.</summary>
    [TestMethod]
    [DataRow("reference")]
    [DataRow("waveshare-series-shunt")]
    public void CurrentThatLeavesItsRangeAtOnce_IsReadInALargerOne(string board)
    {
        using var bench = Bench(Head + "  - {step: linear_sweep, rate: 60 mV/s, start: open_circuit, end: 3.735 V, largest_current: 0.95 mA, range: auto}\n"
            + "  - {step: constant_voltage, voltage: 3.735 V, for: 20 s, largest_current: 0.95 mA, range: auto}\n", board, "dummy-randles", out var channel, out var origin);
        Assert.AreEqual(RunState.Done, bench.RunToEnd(), bench.Run.Message);
        Assert.IsNotEmpty(channel.Changes);
        Assert.IsFalse(bench.Samples.Any(s => s.Flags.HasFlag(SampleFlags.Clipped)), "a reading at the end of its range was recorded");
        var last = bench.Samples[^1];
        Assert.AreEqual(channel.Truth[last.CurrentNanoseconds + origin].Amperes, last.Amperes, 0.005 * last.Amperes);
        Assert.IsGreaterThan(0.5e-3, last.Amperes);
    }

    [TestMethod]
    [DataRow("reference")]
    [DataRow("waveshare-series-shunt")]
    public void CellThatIsShorted_InTheSmallestRange_EndsTheRun_SoonAndIdle(string board)
    {
        using var bench = Bench(Head + "  - {step: linear_sweep, rate: 0.1 mV/s, start: open_circuit, end: 4 V, largest_current: 1 mA, range: auto}\n", board, "ncm523-lpo", out _, out _);
        bench.RunFor(20);
        var watch = new CurrentWatch(1.01e-3);
        bench.Channel.CurrentWatch = watch;
        bench.Channel.CellFault = CellFault.Shorted;
        Assert.AreNotEqual(RunState.Done, bench.RunToEnd());
        Assert.IsFalse(bench.Board.Channels[0].IsConnected);
        Assert.AreEqual(0, bench.Channel.CellAmperes, 1e-9);
        // Two scans, an ADC timeout and the relay's release.
        Assert.IsLessThanOrEqualTo(285_300_000, watch.LongestNanoseconds);
        Assert.IsTrue(bench.Run.Message.Length > 0);
    }

    [TestMethod]
    public void HoldAfterACharge_BeginsInTheRangeOfTheCharge()
    {
        using var bench = Bench(Head + "  - {step: cccv, current: 0.5C, voltage: 3.9 V, until: C/50, range: auto}\n", "reference", "ncm523-lpo", out var channel, out _);
        Assert.AreEqual(RunState.Done, bench.RunToEnd(), bench.Run.Message);
        CollectionAssert.AreEqual(new[] { "1 mA", "auto" }, bench.Markers.OfType<SegmentStarted>().Select(s => s.Range).ToArray());
        CollectionAssert.AreEqual(new[] { "1 mA > 100 uA" }, channel.Changes.Select(c => $"{c.From.Name} > {c.To.Name}").ToArray());
    }

    /// <summary>Just after the range has changed the current is smaller for some scans; that is not the end that was asked for.</summary>
    [TestMethod]
    [DataRow("reference")]
    [DataRow("waveshare-series-shunt")]
    public void HoldThatEndsAtACurrent_IsNotEndedByAChangeOfRange(string board)
    {
        using var bench = Bench(Head + "  - {step: cccv, current: 0.5C, voltage: 3.9 V, until: 50 uA, range: auto}\n", board, "ncm523-lpo", out var channel, out _);
        Assert.AreEqual(RunState.Done, bench.RunToEnd(), bench.Run.Message);
        Assert.HasCount(1, channel.Changes);
        Assert.AreEqual(50e-6, bench.Markers.OfType<SegmentEnded>().Last().LastAmperes, 0.5e-6);
    }

    [TestMethod]
    public void NamedRange_IsUsed_OrRefusedWhereThereIsNone()
    {
        using var bench = Bench(Head + "  - {step: constant_current, current: 50 uA, for: 5 s, range: 10 mA}\n", "reference", "ncm523-lpo", out _, out _);
        Assert.AreEqual(RunState.Done, bench.RunToEnd(), bench.Run.Message);
        Assert.AreEqual("10 mA", bench.Markers.OfType<SegmentStarted>().Single().Range);
        var refusal = Assert.ThrowsExactly<PlanRefusedException>(() => Bench(Head + "  - {step: constant_current, current: 50 uA, for: 5 s, range: 10 mA}\n",
            "waveshare-series-shunt", "ncm523-lpo", out _, out _));
        StringAssert.Contains(refusal.Message, "channel 1 has 100 uA, 1 mA");
        refusal = Assert.ThrowsExactly<PlanRefusedException>(() => Bench(Head + "  - {step: constant_current, current: 150 uA, for: 5 s, range: 100 uA}\n",
            "reference", "ncm523-lpo", out _, out _));
        StringAssert.Contains(refusal.Message, "0.15 mA, which the 100 uA range");
    }

    /// <summary>The true current at the reading of a row, or the mean at the readings of a row of a sweep, which is the mean of all scans since the row before.</summary>
    /// <param name="truths">True currents by the time of the reading, ns.</param>
    /// <param name="nanoseconds">Time of the row.</param>
    /// <param name="isMean">Whether the row is a mean.</param>
    /// <param name="next">The first reading after the row before; then the first after this one.</param>
    static double TrueAmperes((long Nanoseconds, double Amperes)[] truths, long nanoseconds, bool isMean, ref int next)
    {
        const long HalfPeriod = 50_000_000;
        if (!isMean)
        {
            next = Array.FindIndex(truths, next, t => t.Nanoseconds == nanoseconds) + 1;
            return truths[next - 1].Amperes;
        }
        var (from, until) = (next, 2 * nanoseconds - truths[next].Nanoseconds + HalfPeriod);
        next = Array.FindIndex(truths, next, t => t.Nanoseconds > until);
        return truths[from..next].Average(t => t.Amperes);
    }

    static TwinBench Bench(string protocol, string board, string cell, out TruthfulChannel channel, out long origin)
    {
        TruthfulChannel made = null!;
        var bench = new TwinBench(protocol, cell, board: board, wrap: inner => made = new TruthfulChannel(inner));
        origin = bench.Clock.Nanoseconds;
        made.Observe(bench.Channel, bench.Clock, bench.Pins);
        channel = made;
        return bench;
    }
}
