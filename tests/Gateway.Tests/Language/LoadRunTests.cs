using CoinRig.Control;
using CoinRig.Protocols;

namespace CoinRig.Gateway.Tests;

/// <summary>Constant power and resistance through protocol, scan, drivers, emulated chips, circuit and cell.</summary>
[TestClass]
public sealed class LoadRunTests
{
    const string Head = "name: t\nlimits: {voltage: 2.5 V .. 4.35 V}\nrecord: {dt: 1 s}\nsteps:\n";

    /// <summary>Both currents, both topologies: after the first seconds the power is the one asked for, and the true one too.</summary>
    [TestMethod]
    [DataRow("reference", "0.8 mW", 0.8e-3)]
    [DataRow("reference", "discharge 0.8 mW", -0.8e-3)]
    [DataRow("waveshare-series-shunt", "0.8 mW", 0.8e-3)]
    [DataRow("waveshare-series-shunt", "discharge 0.8 mW", -0.8e-3)]
    public void Power_IsHeldWithinAThousandth(string board, string power, double watts)
    {
        using var bench = new TwinBench(Head + $"  - Charge at C/5 for 2 hours\n  - {{step: constant_power, power: {power}, for: 10 min}}\n", board: board);
        Assert.AreEqual(RunState.Done, bench.RunToEnd(), bench.Run.Message);
        var samples = bench.Samples.Where(s => s.StepCount == 2).ToArray();
        var start = samples[0].VoltageNanoseconds;
        var settled = samples.Where(s => s.VoltageNanoseconds - start > 5e9).ToArray();
        Assert.IsGreaterThan(500, settled.Length);
        foreach (var sample in settled)
        {
            Assert.AreEqual(watts, sample.Volts * sample.Amperes, 0.001 * Math.Abs(watts), $"at {(sample.VoltageNanoseconds - start) * 1e-9:0.0} s");
        }
        Assert.AreEqual(watts * 600, Net(bench.Markers.OfType<SegmentEnded>().Last().Integrals), 0.001 * Math.Abs(watts) * 600);
    }

    [TestMethod]
    [DataRow("reference")]
    [DataRow("waveshare-series-shunt")]
    public void Resistance_IsHeldWithinThreeHalvesOfAThousandth_DownToTheEnd(string board)
    {
        using var bench = new TwinBench(Head + "  - Charge at C/2 for 12 minutes\n  - {step: constant_resistance, resistance: 10 kohm, until: [3.5 V, 30 min]}\n", board: board);
        Assert.AreEqual(RunState.Done, bench.RunToEnd(), bench.Run.Message);
        var samples = bench.Samples.Where(s => s.StepCount == 2).ToArray();
        foreach (var sample in samples.Where(s => s.VoltageNanoseconds - samples[0].VoltageNanoseconds > 5e9))
        {
            Assert.AreEqual(10e3, -sample.Volts / sample.Amperes, 15);
        }
        Assert.AreEqual(samples[^1].Volts, bench.Markers.OfType<SegmentEnded>().Last().LastVolts);
    }

    /// <summary>A discharge whose end needs more than the bound goes on with the bound, and says so once.</summary>
    [TestMethod]
    public void Power_BeyondItsBound_GoesOnWithIt_AndIsTold()
    {
        using var bench = new TwinBench(Head + "  - Charge at C/2 for 12 minutes\n  - {step: constant_power, power: discharge 2 mW, until: [2.8 V, 1 min], largest_current: 0.3 mA}\n");
        Assert.AreEqual(RunState.Done, bench.RunToEnd(), bench.Run.Message);
        Assert.AreEqual(1, bench.EventCodes.Count(c => c == "load-bounded"));
        Assert.AreEqual(-0.3e-3, bench.Samples[^1].Amperes, 0.3e-6);
    }

    /// <summary>A discharge at constant power to its end: the current grows as the voltage falls, and the half cycle has its results.</summary>
    [TestMethod]
    public void Power_ToTheEnd_GivesAHalfCycle()
    {
        using var bench = new TwinBench(Head + "  - Charge at C/2 until 4.2 V\n  - {step: constant_power, power: discharge 1 mW, until: 2.8 V}\n");
        Assert.AreEqual(RunState.Done, bench.RunToEnd(), bench.Run.Message);
        var ended = bench.Markers.OfType<SegmentEnded>().Last();
        Assert.AreEqual(1e-3 / 2.8, -ended.LastAmperes, 5e-6);
        var energy = bench.Results.Single(r => r.Name == "discharge_energy");
        Assert.AreEqual(ended.Integrals.DischargeJoules / 3600, energy.Value, 1e-12);
        Assert.AreEqual((ended.Nanoseconds - bench.Markers.OfType<SegmentStarted>().Last().Nanoseconds) * 1e-9 * 1e-3 / 3600, energy.Value, 1e-3 * energy.Value);
    }

    /// <summary>A cell that collapses under a power is disconnected, whatever the law would ask for.</summary>
    [TestMethod]
    public void Power_OfACellThatIsShorted_EndsInTheIdleState()
    {
        using var bench = new TwinBench(Head + "  - Charge at C/2 for 12 minutes\n  - {step: constant_power, power: discharge 1 mW, until: 2.8 V}\n");
        bench.RunFor(900);
        bench.Channel.CellFault = Twin.CellFault.Shorted;
        Assert.AreNotEqual(RunState.Done, bench.RunToEnd());
        bench.AssertIdle();
    }

    /// <summary>The bench's clock and list of samples allocate the same under a current.</summary>
    [TestMethod]
    public void Scan_OfAPower_AllocatesNoMoreThanThatOfACurrent()
    {
        const string Ends = "for: 2 h, until: ['dV/dt > 1 V/s', time > 1 h and voltage > 4.3 V, energy > 1 Wh]";
        const int LessThanAByteAScan = 599;
        Assert.IsLessThanOrEqualTo(LessThanAByteAScan + Allocated($"{{step: constant_current, current: 0.15 mA, {Ends}}}"), Allocated($"{{step: constant_power, power: 0.5 mW, {Ends}}}"));
    }

    static long Allocated(string step)
    {
        using var bench = new TwinBench($"name: t\nrecord: {{dt: 1 d}}\nsteps:\n  - {step}\n");
        // The bench's own list of what its pins did.
        bench.Twin.PinChanged = null;
        bench.RunFor(1800);
        var before = GC.GetAllocatedBytesForCurrentThread();
        bench.RunFor(60);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    static double Net(SegmentIntegrals integrals) => integrals.ChargeJoules - integrals.DischargeJoules;
}
