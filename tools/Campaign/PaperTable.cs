using CoinRig.Gateway;
using CoinRig.Runs;

namespace CoinRig.Campaign;

/// <summary>
/// The figures of Guo et al. (Angew. Chem. 2022, e202211626) that a cycler can make, from the results of a campaign's runs. Where the paper states no
/// number, ours stands alone.
/// </summary>
sealed class PaperTable(IReadOnlyList<(CampaignRun Run, string Path)> runs)
{
    const string Coated = "ncm523-lpo", Pristine = "ncm523-pristine";

    /// <summary>Rates of the rate test, five cycles each, and how many of them, the last, are averaged.</summary>
    const int CyclesAtARate = 5, Averaged = 3;

    static readonly string[] Rates = ["0.1 C", "0.2 C", "0.5 C", "1 C", "2 C"];

    internal IEnumerable<PaperValue> Values() => Cells().SelectMany(cell => Capacities(cell).Concat(Sweeps(cell)).Concat(Titration(cell)).Concat(Retention(cell)).Concat(Hold(cell)));

    IEnumerable<string> Cells() => runs.Select(r => r.Run.Plan.Cell.Name).Distinct();

    IEnumerable<PaperValue> Capacities(string cell)
    {
        foreach (var row in Last(Results("capacity-0.1c", cell), "specific_discharge_capacity"))
        {
            yield return new("discharge at 0.1 C", cell, Paper(cell, 179.9, 136.9), row.Value, row.Uncertainty, 2, row.Unit);
        }
        var discharges = Results("rate-test", cell).Where(r => r.Name == "specific_discharge_capacity").ToArray();
        for (var i = 0; i < Rates.Length; i++)
        {
            var at = discharges.Where(r => r.Cycle > CyclesAtARate * (i + 1) - Averaged && r.Cycle <= CyclesAtARate * (i + 1)).OrderBy(r => r.Value).ToArray();
            if (at.Length == Averaged)
            {
                var row = at[Averaged / 2];
                var paper = i == Rates.Length - 1 ? Paper(cell, 102.1, double.NaN) : double.NaN;
                yield return new($"rate test, discharge at {Rates[i]}", cell, paper, row.Value, row.Uncertainty, double.IsNaN(paper) ? double.NaN : 5, row.Unit);
            }
        }
    }

    IEnumerable<PaperValue> Sweeps(string cell)
    {
        foreach (var rate in new[] { "0.05", "0.1", "0.2", "0.5", "1" })
        {
            foreach (var (branch, coated, pristine) in new[] { ("anodic", 3.85, 3.90), ("cathodic", 3.70, 3.70) })
            {
                if (Results($"cv-{rate}mVs", cell).FirstOrDefault(r => r.Name == "peak_potential" && r.IsValid() && branch.Equals(r.Details["branch"])) is { } peak)
                {
                    var paper = rate == "0.1" ? Paper(cell, coated, pristine) : double.NaN;
                    yield return new($"{branch} peak at {rate} mV/s", cell, paper, peak.Value, peak.Uncertainty, double.IsNaN(paper) ? double.NaN : 0.01, "V");
                }
            }
        }
    }

    IEnumerable<PaperValue> Titration(string cell)
    {
        var results = Results("gitt-accurate", cell);
        if (HalfWay(results, "diffusion_coefficient") is { } d)
        {
            yield return new($"D half way through the charge, {Volts(d)}", cell, double.NaN, d.Value * 1e4, d.Uncertainty * 1e4, double.NaN, "cm2/s");
        }
        if (HalfWay(results, "total_polarization") is { } polarization)
        {
            yield return new($"polarization half way, {Volts(polarization)}, C/10 for 5 min", cell, double.NaN, polarization.Value * 1e3, polarization.Uncertainty * 1e3, double.NaN, "mV");
        }
    }

    IEnumerable<PaperValue> Retention(string cell)
    {
        foreach (var row in Last(Results("cycling-0.2c", cell), "capacity_retention"))
        {
            yield return new("retention after 100 cycles at 0.2 C", cell, Paper(cell, 82.3, 67.8), row.Value * 100, row.Uncertainty * 100, 1, "%");
        }
    }

    IEnumerable<PaperValue> Hold(string cell)
    {
        foreach (var (_, path) in Of("hold-4.08", cell))
        {
            using var reader = RunFileReader.Open(path);
            var hold = reader.Segments().Where(s => s.Started.Segment.Role == Protocols.SegmentRole.ConstantVoltage).ToArray();
            if (hold is [{ Ended: { } ended }])
            {
                yield return new("current at the end of the hold at 4.08 V", cell, double.NaN, ended.LastAmperes * 1e9, double.NaN, double.NaN, "nA");
            }
            yield return new("AFM marks during the hold", cell, double.NaN, reader.Marks().Count, double.NaN, double.NaN, "");
        }
    }

    static double Paper(string cell, double coated, double pristine) => cell switch { Coated => coated, Pristine => pristine, _ => double.NaN };

    static string Volts(ResultRow row) => row.Details.TryGetValue("voltage", out var volts) && volts is double v ? FormattableString.Invariant($"{v:0.000} V") : "";

    static ResultRow? HalfWay(IReadOnlyList<ResultRow> results, string name)
    {
        var rows = results.Where(r => r.Name == name && r.IsValid()).ToArray();
        return rows.Length == 0 ? null : rows[rows.Length / 2];
    }

    static IEnumerable<ResultRow> Last(IEnumerable<ResultRow> results, string name) => results.Where(r => r.Name == name).TakeLast(1);

    IEnumerable<(CampaignRun Run, string Path)> Of(string protocol, string cell) => runs.Where(r => r.Run.Plan.SourceName == protocol && r.Run.Plan.Cell.Name == cell);

    IReadOnlyList<ResultRow> Results(string protocol, string cell)
    {
        foreach (var (_, path) in Of(protocol, cell))
        {
            using var reader = RunFileReader.Open(path);
            return [.. reader.Results().Select(r => r.Row)];
        }
        return [];
    }
}
