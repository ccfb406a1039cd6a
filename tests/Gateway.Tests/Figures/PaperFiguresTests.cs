using CoinRig.Runs;

namespace CoinRig.Gateway.Tests;

/// <summary>
/// The figures of Guo et al. (Angew. Chem. 2022, e202211626) through protocol, scan, drivers, emulated chips, circuit, cell and
/// analysis. The cell's mass is what its file says; the board's errors are drawn.
/// </summary>
[TestClass]
public sealed class PaperFiguresTests
{
    const string Limits = "limits: {voltage: 2.5 V .. 4.35 V, temperature: 45 degC}\nrecord: {dt: 30 s, dV: 5 mV}\n";

    const string Cycle = """
          - Rest for 10 minutes
          - Charge at C/10 until 4.2 V
          - Rest for 10 minutes
          - Discharge at {0} until 2.8 V

        """;

    [TestMethod]
    [DataRow("reference", "ncm523-lpo", "0.1 C", 179.9, 2.0)]
    [DataRow("reference", "ncm523-pristine", "0.1 C", 136.9, 2.0)]
    [DataRow("reference", "ncm523-lpo", "2 C", 102.1, 5.0)]
    [DataRow("waveshare-series-shunt", "ncm523-lpo", "0.1 C", 179.9, 2.0)]
    [DataRow("waveshare-series-shunt", "ncm523-pristine", "0.1 C", 136.9, 2.0)]
    public void DischargeCapacity_IsThePapers(string board, string cell, string rate, double expected, double tolerance)
    {
        using var bench = new TwinBench(Text(Cycle.Replace("{0}", rate)), cell, board: board, draw: false);
        Assert.AreEqual(Control.RunState.Done, bench.RunToEnd(), bench.Run.Message);
        Assert.AreEqual(expected, bench.Results.Single(r => r.Name == "specific_discharge_capacity").Value, tolerance);
    }

    [TestMethod]
    [DataRow("reference", "ncm523-lpo", 3.850, 3.700)]
    [DataRow("reference", "ncm523-pristine", 3.900, 3.700)]
    [DataRow("waveshare-series-shunt", "ncm523-lpo", 3.850, 3.700)]
    [DataRow("waveshare-series-shunt", "ncm523-pristine", 3.900, 3.700)]
    public void Peaks_AreThePapers(string board, string cell, double anodic, double cathodic)
    {
        using var bench = new TwinBench(Text("""
              - Rest for 10 minutes
              - {step: cyclic_voltammetry, rate: 0.1 mV/s, start: open_circuit, direction: anodic, between: 2.8 V .. 4.2 V, largest_current: 1.5 C}

            """), cell, board: board, draw: false);
        Assert.AreEqual(Control.RunState.Done, bench.RunToEnd(), bench.Run.Message);
        Assert.AreEqual(anodic, Peak(bench.Results, "anodic"), 0.005);
        Assert.AreEqual(cathodic, Peak(bench.Results, "cathodic"), 0.005);
    }

    /// <summary>Up to 1 C, which is 0.61 mA, the two front ends must tell the same cell's capacity; the boards' own errors are drawn from their uncertainties.</summary>
    [TestMethod]
    public void DischargeAt1C_OnBothFrontEnds_Agrees()
    {
        var capacities = new List<ResultRow>();
        foreach (var board in (string[])["reference", "waveshare-series-shunt"])
        {
            using var bench = new TwinBench(Text(Cycle.Replace("{0}", "1 C")), board: board, draw: false);
            Assert.AreEqual(Control.RunState.Done, bench.RunToEnd(), bench.Run.Message);
            capacities.Add(bench.Results.Single(r => r.Name == "discharge_capacity"));
        }
        Assert.AreEqual(capacities[0].Value, capacities[1].Value, 3 * Math.Sqrt(capacities.Sum(c => c.Uncertainty * c.Uncertainty)));
        Assert.IsGreaterThan(capacities[0].Uncertainty, capacities[1].Uncertainty);
    }

    static double Peak(IEnumerable<ResultRow> results, string branch) =>
        results.Single(r => r.Name == "peak_potential" && branch.Equals(r.Details["branch"])).Value;

    static string Text(string steps) => $"name: figures\n{Limits}steps:\n{steps}";
}
