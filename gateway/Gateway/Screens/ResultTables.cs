using CoinRig.Runs;

namespace CoinRig.Gateway;

/// <summary>The results of a run as tables: titrations by pulse, half cycles by cycle, peaks, and what is left.</summary>
public static class ResultTables
{
    static readonly string[] Titration = ["diffusion_coefficient", "diffusion_coefficient_weppner_huggins", "instant_overpotential", "total_polarization"];

    static readonly string[] Cycling =
    [
        "charge_capacity", "discharge_capacity", "specific_charge_capacity", "specific_discharge_capacity", "coulombic_efficiency", "energy_efficiency",
        "capacity_retention",
    ];

    static readonly string[] Peaks = ["peak_potential", "peak_current"];

    /// <summary>The tables that have rows.</summary>
    public static IEnumerable<ScreenTable> Of(IReadOnlyList<ResultRow> results) =>
        new[] { Cycles(results), Sweeps(results), Pulses(results), Rest(results) }.Where(t => t.Count > 0);

    static ScreenTable Pulses(IReadOnlyList<ResultRow> results) => Pivot("Titration", results, Titration, "diffusion_coefficient",
        r => (r.Step, r.Text("pulse")), ">pulse", g => g[0].Text("pulse"), leads: "E / V", lead: g => $"{g[0].Number("voltage"):0.000}");

    static ScreenTable Cycles(IReadOnlyList<ResultRow> results) => Pivot("Half cycles", results, Cycling, "",
        r => (r.Cycle, ""), ">cycle", g => $"{g[0].Cycle}");

    static ScreenTable Sweeps(IReadOnlyList<ResultRow> results) => Pivot("Sweeps", results, Peaks, "",
        r => (r.Step, $"{r.Text("pass")} {r.Text("branch")} {(r.Name == "peak_potential" ? r.Value : r.Number("voltage"))}"), ">mV/s",
        g => Figures.Plain(Math.Abs(g[0].Number("rate")) * 1e3), leads: "branch", lead: g => g[0].Text("branch"));

    /// <summary>One row for each group of results that belong together, one column for each name.</summary>
    static ScreenTable Pivot(string title, IReadOnlyList<ResultRow> results, string[] names, string needed, Func<ResultRow, (int, string)> key,
        string heading, Func<List<ResultRow>, string> head, string? leads = null, Func<List<ResultRow>, string>? lead = null)
    {
        var groups = results.Where(r => names.Contains(r.Name)).GroupBy(key).Select(g => g.ToList())
            .Where(g => needed.Length == 0 || g.Any(r => r.Name == needed)).ToList();
        var columns = names.Select(n => groups.SelectMany(g => g).FirstOrDefault(r => r.Name == n)).OfType<ResultRow>().ToList();
        string[] first = leads is null ? [heading] : [heading, leads];
        var table = new ScreenTable([.. first, .. columns.Select(c => $">{Short(c.Name)} / {c.OnScreen().Unit}"), "flags"]) { Title = title };
        foreach (var group in groups)
        {
            string[] start = lead is null ? [head(group)] : [head(group), lead(group)];
            // A half cycle that is repeated within a cycle has the name more than once: the last one is the cycle's.
            table.Add([.. start, .. columns.Select(c => group.LastOrDefault(r => r.Name == c.Name)?.Figure() ?? ""),
                string.Join(' ', group.SelectMany(r => r.Flags).Distinct())]);
        }
        return table;
    }

    /// <summary>What is in no table of its own: how many, and from where to where.</summary>
    static ScreenTable Rest(IReadOnlyList<ResultRow> results)
    {
        var table = new ScreenTable("result", "unit", ">values", ">lowest", ">highest", ">last") { Title = "Other results" };
        foreach (var group in results.Where(r => !Titration.Concat(Cycling).Concat(Peaks).Contains(r.Name)).GroupBy(r => r.Name))
        {
            var (factor, unit) = group.First().OnScreen();
            table.Add(group.Key, unit, $"{group.Count()}", Figures.Plain(group.Min(r => r.Value) * factor), Figures.Plain(group.Max(r => r.Value) * factor),
                group.Last().Figure());
        }
        return table;
    }

    static string Short(string name) => name switch
    {
        "diffusion_coefficient" => "D",
        "diffusion_coefficient_weppner_huggins" => "D (Weppner-Huggins)",
        "instant_overpotential" => "instant",
        "total_polarization" => "polarization",
        _ => name.Replace("specific_", "", StringComparison.Ordinal).Replace('_', ' '),
    };
}
