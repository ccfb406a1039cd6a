using CoinRig.Twin;

namespace CoinRig.FrontEnd.Tests;

/// <summary>The loop law against cells of every kind, in series with a source of 3.7 V.</summary>
[TestClass]
public sealed class LoopLawTests
{
    const double SourceVolts = 3.7;

    /// <summary>One code of the DAC, V.</summary>
    const double CodeVolts = 5.0 / 65536;

    const int SettledScans = 20;

    /// <summary>Settled is within this part of the step, or within a code where that is more.</summary>
    const double SettledPart = 0.02;

    public static IEnumerable<object[]> Cases =>
        from cell in (string[])["10 ohm", "130 ohm", "10 kohm", "Randles", "Randles, R x 10", "Randles, R / 10", "Randles, C x 10", "Randles, C / 10"]
        from shunt in (double[])[0.95, 1, 1.05]
        from delayed in (bool[])[false, true]
        select new object[] { cell, shunt, delayed };

    [TestMethod, DynamicData(nameof(Cases))]
    public void CurrentStep_SettlesWithoutOvershoot(string cell, double shuntFactor, bool isDelayed)
    {
        using var bench = new SeriesShuntBench(Make(cell), shuntFactor, isDelayed);
        var range = cell == "10 kohm" ? 0 : 1;
        var set = cell == "10 kohm" ? 20e-6 : 300e-6;
        bench.Channel.ConnectForCurrent(bench.Channel.Reach.Ranges[range]);
        bench.Scan(5, _ => 0);
        bench.Channel.WriteCurrent(set);
        var read = bench.Scan(150, _ => set);
        var code = CodeVolts / bench.Channel.Range.ShuntOhms;
        Assert.IsLessThanOrEqualTo(1.05 * set, read.Max(r => r.Amperes), "overshoot");
        Assert.IsLessThanOrEqualTo(Math.Max(code, SettledPart * set), Worst(read.Skip(SettledScans).Select(r => r.Amperes - set)), "settled");
        Assert.IsLessThanOrEqualTo(1.1 * code, Swing(read.TakeLast(50).Select(r => r.Amperes)), "oscillation");
    }

    [TestMethod, DynamicData(nameof(Cases))]
    public void VoltageStep_SettlesWithoutOvershoot(string cell, double shuntFactor, bool isDelayed)
    {
        using var bench = new SeriesShuntBench(Make(cell), shuntFactor, isDelayed);
        bench.Channel.ConnectForVoltage(bench.Channel.Reach.Ranges[cell == "10 kohm" ? 0 : 1], SourceVolts);
        bench.Scan(5, _ => SourceVolts);
        var step = cell is "10 ohm" or "Randles, R / 10" ? 3e-3 : 15e-3;
        var set = SourceVolts + step;
        bench.Channel.WriteVoltage(set);
        var read = bench.Scan(150, _ => set);
        Assert.IsLessThanOrEqualTo(set + 0.05 * step, read.Max(r => r.Volts), "overshoot");
        Assert.IsLessThanOrEqualTo(Math.Max(CodeVolts, SettledPart * step), Worst(read.Skip(SettledScans).Select(r => r.Volts - set)), "settled");
        Assert.IsLessThanOrEqualTo(1.1 * CodeVolts, Swing(read.TakeLast(50).Select(r => r.Volts)), "oscillation");
    }

    [TestMethod]
    [DataRow("10 ohm", 1e-4, 0.3e-3)]
    [DataRow("10 ohm", 1e-3, 2e-3)]
    [DataRow("130 ohm", 1e-4, 0.3e-3)]
    [DataRow("130 ohm", 1e-3, 2e-3)]
    [DataRow("10 kohm", 1e-4, 0.3e-3)]
    [DataRow("10 kohm", 1e-3, 2e-3)]
    [DataRow("Randles", 1e-4, 0.3e-3)]
    [DataRow("Randles", 1e-3, 2e-3)]
    [DataRow("Randles, R x 10", 1e-3, 2e-3)]
    [DataRow("Randles, C x 10", 1e-3, 2e-3)]
    public void Sweep_IsFollowed(string cell, double rate, double most)
    {
        using var bench = new SeriesShuntBench(Make(cell));
        bench.Channel.ConnectForVoltage(bench.Channel.Reach.Ranges[cell == "10 kohm" ? 0 : 1], SourceVolts);
        var start = bench.Seconds;
        var scans = (int)(Math.Min(60, (cell == "10 ohm" ? 8e-3 : 30e-3) / rate) * 10);
        var read = bench.Scan(scans, now => SourceVolts + rate * (now - start)).Skip(SettledScans).ToArray();
        Assert.IsLessThanOrEqualTo(most, Worst(read.Select(r => r.Volts - (SourceVolts + rate * (r.Seconds - start)))), "following");
        // The slope of a straight line through what was measured; a code is the noise of its ends.
        Assert.AreEqual(1, Slope(read) / rate, 1e-3 + 0.3 * CodeVolts / (rate * (read[^1].Seconds - read[0].Seconds)), "mean rate");
    }

    static ICellModel Make(string name) => name switch
    {
        "10 ohm" => new ResistorCell(SourceVolts, 10),
        "130 ohm" => new ResistorCell(SourceVolts, 130),
        "10 kohm" => new ResistorCell(SourceVolts, 10e3),
        "Randles, R x 10" => new DummyCell(SourceVolts, 100, 500, 2e-3),
        "Randles, R / 10" => new DummyCell(SourceVolts, 1, 5, 2e-3),
        "Randles, C x 10" => new DummyCell(SourceVolts, 10, 50, 20e-3),
        "Randles, C / 10" => new DummyCell(SourceVolts, 10, 50, 0.2e-3),
        _ => new DummyCell(SourceVolts, 10, 50, 2e-3),
    };

    static double Worst(IEnumerable<double> errors) => errors.Max(Math.Abs);

    static double Swing(IEnumerable<double> values) => values.Max() - values.Min();

    static double Slope(IReadOnlyList<(double Seconds, double Volts, double Amperes)> read)
    {
        var (seconds, volts) = (read.Average(r => r.Seconds), read.Average(r => r.Volts));
        return read.Sum(r => (r.Seconds - seconds) * (r.Volts - volts)) / read.Sum(r => (r.Seconds - seconds) * (r.Seconds - seconds));
    }
}
