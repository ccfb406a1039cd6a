using CoinRig.Control;
using CoinRig.Twin;

namespace CoinRig.Gateway.Tests;

/// <summary>A voltammogram through protocol, scan, drivers, chips, circuit and analysis beside the linear sweep of the same cell without any of them.</summary>
[TestClass]
public sealed class SweepTests
{
    /// <summary>
    /// A row when the voltage has moved is always the first after a step of the DAC: as a single scan it would read 0.5 to 0.7 % high on the coated cell.
    /// What a rule in time takes is anywhere in a step, and scatters by as much.
    /// </summary>
    [TestMethod]
    [DataRow("reference", "ncm523-lpo", 0.1, "{dt: 60 s, dV: 1 mV}", 0.05, 0.5)]
    [DataRow("reference", "ncm523-lpo", 0.1, "{dt: 5 s}", 0.05, 0.5)]
    [DataRow("reference", "ncm523-pristine", 0.1, "{dt: 60 s, dV: 1 mV}", 0.02, 0.5)]
    [DataRow("reference", "ncm523-lpo", 0.2, "{dt: 60 s, dV: 1 mV}", 0.05, 0.5)]
    [DataRow("waveshare-series-shunt", "ncm523-lpo", 0.1, "{dt: 60 s, dV: 1 mV}", 0.1, 2)]
    [DataRow("waveshare-series-shunt", "ncm523-pristine", 0.1, "{dt: 60 s, dV: 1 mV}", 0.02, 0.5)]
    public void Peaks_AreThoseOfTheLinearSweep(string board, string cell, double rate, string record, double perCent, double millivolts)
    {
        using var bench = Voltammogram(board, cell, rate, record);
        var model = CellModelFactory.Create(bench.Cell, 1, draw: false);
        var start = model.OpenCircuitVolts;
        foreach (var (branch, from, to) in new[] { ("anodic", start, 4.2), ("cathodic", 4.2, 2.8) })
        {
            var peak = LinearSweep(model, from, to, rate * 1e-3);
            Assert.AreEqual(1, Result(bench, "peak_current", branch) / peak.Amperes, perCent / 100, branch);
            Assert.AreEqual(peak.Volts * 1e3, Result(bench, "peak_potential", branch) * 1e3, millivolts, branch);
        }
    }

    /// <summary>The means of the rows add up to the charge of all scans, and the voltage moves at the rate that was asked for.</summary>
    [TestMethod]
    [DataRow("reference")]
    [DataRow("waveshare-series-shunt")]
    public void Rows_AddUpToTheCharge_AndMoveAtTheRate(string board)
    {
        using var bench = Voltammogram(board, "ncm523-pristine", 0.1, "{dt: 60 s, dV: 1 mV}");
        var rows = bench.Samples.Where(s => s is { StepCount: 2, SegmentCount: 1, Volts: > 3.2 and < 3.9 }).ToArray();
        var trapezoids = 0.0;
        for (var i = 1; i < rows.Length; i++)
        {
            trapezoids += 0.5 * (rows[i].Amperes + rows[i - 1].Amperes) * (rows[i].CurrentNanoseconds - rows[i - 1].CurrentNanoseconds) * 1e-9;
        }
        Assert.AreEqual(1, trapezoids / (rows[^1].NetCoulombs - rows[0].NetCoulombs), 0.001);
        var rate = (rows[^1].Volts - rows[0].Volts) / ((rows[^1].VoltageNanoseconds - rows[0].VoltageNanoseconds) * 1e-9);
        Assert.AreEqual(-0.1e-3, rate, 0.1e-6);
    }

    static TwinBench Voltammogram(string board, string cell, double rate, string record)
    {
        var bench = new TwinBench(FormattableString.Invariant($$"""
            name: sweep
            limits: {voltage: 2.5 V .. 4.35 V, temperature: 45 degC}
            steps:
              - Rest for 10 minutes
              - {step: cyclic_voltammetry, rate: {{rate}} mV/s, start: open_circuit, direction: anodic, between: 2.8 V .. 4.2 V, largest_current: {{(rate > 0.1 ? 4 : 0.95)}} mA, record: {{record}}}

            """), cell, board: board, draw: false);
        Assert.AreEqual(RunState.Done, bench.RunToEnd(), bench.Run.Message);
        return bench;
    }

    static double Result(TwinBench bench, string name, string branch) => bench.Results.Single(r => r.Name == name && branch.Equals(r.Details["branch"])).Value;

    /// <summary>Ten microvolts a step.</summary>
    static (double Volts, double Amperes) LinearSweep(ICellModel cell, double from, double to, double rate)
    {
        const double Step = 10e-6;
        var (count, sign, peak) = ((int)Math.Round(Math.Abs(to - from) / Step), Math.Sign(to - from), (Volts: from, Amperes: 0.0));
        for (var i = 1; i <= count; i++)
        {
            var volts = from + (to - from) * i / count;
            var amperes = cell.AdvanceVoltage(volts, Step / rate);
            peak = sign * amperes > sign * peak.Amperes ? (volts, amperes) : peak;
        }
        return peak;
    }
}
