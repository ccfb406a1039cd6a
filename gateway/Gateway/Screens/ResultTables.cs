using CoinRig.Runs;

namespace CoinRig.Gateway;

/// <summary>Results as tables: titrations by pulse, half cycles by cycle, peaks, spectra, and what is left.</summary>
public static class ResultTables
{
    static readonly string[] Titration =
    [
        "diffusion_coefficient", "diffusion_over_length_squared", "diffusion_coefficient_weppner_huggins", "diffusion_over_length_squared_weppner_huggins",
        "instant_overpotential", "total_polarization",
    ];

    static readonly string[] Interruption = ["interruption_resistance", "diffusion_resistance_coefficient", "diffusion_coefficient_ici", "diffusion_over_length_squared_ici"];

    static readonly string[] Differential = ["dqdv_peak_potential", "dqdv_peak_height", "dqdv_peak_area"];

    static readonly string[] Cycling =
    [
        "charge_capacity", "discharge_capacity", "specific_charge_capacity", "specific_discharge_capacity", "coulombic_efficiency", "energy_efficiency",
        "capacity_retention",
    ];

    static readonly string[] Peaks = ["peak_potential", "peak_current", "peak_height"];

    /// <summary>A longer table is shown by every so manieth row.</summary>
    const int MostRows = 30;

    /// <summary>The tables that have rows.</summary>
    public static IEnumerable<ScreenTable> Of(IReadOnlyList<ResultRow> results) =>
        new[] { Cycles(results), DifferentialPeaks(results), Sweeps(results), Pulses(results), Interruptions(results), SpectrumTable.Of(results), Rest(results) }.Where(t => t.Count > 0);

    /// <summary>The flags are those of D: the short-time formula has its own, and nearly always the same.</summary>
    static ScreenTable Pulses(IReadOnlyList<ResultRow> results)
    {
        var d = results.Any(r => r.Name == "diffusion_coefficient") ? "diffusion_coefficient" : "diffusion_over_length_squared";
        var (title, shown) = Thinned("Titration", "pulse", d, results);
        return Pivot(title, shown, Titration, d, r => (r.Step, r.Text("pulse")), [(">pulse", g => g[0].Text("pulse")), (">E / V", g => $"{g[0].Number("voltage"):0.000}")], flagsOf: d);
    }

    static ScreenTable Interruptions(IReadOnlyList<ResultRow> results)
    {
        var (title, shown) = Thinned("Interruptions of the current", "interruption", Interruption[0], results);
        return Pivot(title, shown, Interruption, "", r => (r.Step, r.Text("interruption")),
            [(">no.", g => g[0].Text("interruption")), (">E / V", g => $"{g[0].Number("voltage"):0.000}")]);
    }

    /// <summary>A long table is shown by every so manieth of what it counts.</summary>
    static (string Title, IReadOnlyList<ResultRow> Shown) Thinned(string title, string counted, string name, IReadOnlyList<ResultRow> results)
    {
        var count = results.Count(r => r.Name == name);
        var every = (count + MostRows - 1) / MostRows;
        return every <= 1 ? (title, results) : ($"{title}, every {Ordinal(every)} of {count} (--json has all)", [.. results.Where(r => r.Number(counted) % every == 0)]);
    }

    static ScreenTable DifferentialPeaks(IReadOnlyList<ResultRow> results)
    {
        var cycles = results.Where(r => r.Name == Differential[0]).Select(r => r.Cycle).Distinct().Order().ToList();
        var every = (cycles.Count + MostRows / 3 - 1) / (MostRows / 3);
        var shown = every <= 1 ? results : [.. results.Where(r => r.Cycle == cycles[^1] || cycles.IndexOf(r.Cycle) % every == 0)];
        return Pivot(every <= 1 ? "Peaks of dQ/dV" : $"Peaks of dQ/dV, every {Ordinal(every)} cycle and the last (--json has all)", shown, Differential, "", r => (r.Cycle, $"{r.Text("branch")} {r.Text("peak")}"),
            [(">cycle", g => $"{g[0].Cycle}"), ("branch", g => g[0].Text("branch")), (">peak", g => g[0].Text("peak"))]);
    }

    static ScreenTable Cycles(IReadOnlyList<ResultRow> results)
    {
        var counts = new Dictionary<(int, string), int>();
        var rows = new Dictionary<ResultRow, int>(ReferenceEqualityComparer.Instance);
        // A half cycle that is repeated within a cycle begins a row of its own.
        foreach (var result in results.Where(r => Cycling.Contains(r.Name)))
        {
            var name = (result.Cycle, result.Name);
            counts[name] = counts.GetValueOrDefault(name) + 1;
            rows[result] = counts[name];
        }
        // Per gram where the mass is known; then the cell's own capacities are among the other results.
        var shown = Cycling.Where(n => !rows.Keys.Any(r => r.Name == $"specific_{n}")).ToArray();
        return Pivot("Half cycles", results, shown, "", r => (r.Cycle, $"{rows[r]}"), [(">cycle", g => $"{g[0].Cycle}")],
            note: rows.Keys.Any(r => r.Name == "capacity_retention") ? "Retention is against the first full cycle at the same two currents; it begins again at each new pair." : "");
    }

    static ScreenTable Sweeps(IReadOnlyList<ResultRow> results) => Pivot("Sweeps", results, Peaks, "",
        r => (r.Step, $"{r.Text("pass")} {r.Text("branch")} {(r.Name == "peak_potential" ? r.Value : r.Number("voltage"))}"),
        [(">cycle", g => $"{g[0].Cycle}"), (">mV/s", g => Figures.Plain(Math.Abs(g[0].Number("rate")) * 1e3)), ("branch", g => g[0].Text("branch"))]);

    /// <summary>One row for each group of results that belong together, one column for each name.</summary>
    static ScreenTable Pivot(string title, IReadOnlyList<ResultRow> results, string[] names, string needed, Func<ResultRow, (int, string)> key,
        (string Heading, Func<List<ResultRow>, string> Text)[] heads, string? flagsOf = null, string note = "")
    {
        var groups = results.Where(r => names.Contains(r.Name)).GroupBy(key).Select(g => g.ToList())
            .Where(g => needed.Length == 0 || g.Any(r => r.Name == needed)).ToList();
        var columns = names.Select(n => groups.SelectMany(g => g).FirstOrDefault(r => r.Name == n)).OfType<ResultRow>().ToList();
        var table = new ScreenTable([.. heads.Select(h => h.Heading), .. columns.Select(c => $">{Short(c.Name)} / {c.OnScreen().Unit}"), "flags"])
        {
            Title = title,
            Keys = heads.Length,
            Note = note,
        };
        foreach (var group in groups)
        {
            table.Add([.. heads.Select(h => h.Text(group)), .. columns.Select(c => group.LastOrDefault(r => r.Name == c.Name)?.Figure() ?? ""),
                string.Join(' ', group.Where(r => flagsOf is null || r.Name == flagsOf).SelectMany(r => r.Flags).Distinct())]);
        }
        return table;
    }

    /// <summary>What is in no table of its own: how many, and from where to where.</summary>
    static ScreenTable Rest(IReadOnlyList<ResultRow> results)
    {
        var table = new ScreenTable("result", "unit", ">values", ">lowest", ">highest", ">last", "flags") { Title = "Other results" };
        var inTables = Titration.Concat(Cycling).Concat(Peaks).Concat(Interruption).Concat(Differential).Where(n => results.All(r => r.Name != $"specific_{n}")).ToHashSet();
        foreach (var group in results.Where(r => !inTables.Contains(r.Name) && !SpectrumTable.Has(r)).GroupBy(r => r.Name))
        {
            var (factor, unit) = group.First().OnScreen();
            table.Add(group.Key, unit, $"{group.Count()}", Figures.Plain(group.Min(r => r.Value) * factor), Figures.Plain(group.Max(r => r.Value) * factor),
                group.Last().Figure(), FlagsOf([.. group]));
        }
        return table;
    }

    /// <summary>The flags of many results in one cell: how many have each, where not all do.</summary>
    static string FlagsOf(List<ResultRow> results) => string.Join(' ', results.SelectMany(r => r.Flags.Distinct()).GroupBy(f => f)
        .Select(g => g.Count() == results.Count ? g.Key : $"{g.Key} ({g.Count()})"));

    static string Ordinal(int number) => number switch
    {
        2 => "2nd",
        3 => "3rd",
        _ => $"{number}th",
    };

    static string Short(string name) => name switch
    {
        "diffusion_coefficient" => "D",
        "diffusion_coefficient_weppner_huggins" => "D (Weppner-Huggins)",
        "diffusion_over_length_squared" => "D/L2",
        "diffusion_over_length_squared_weppner_huggins" => "D/L2 (Weppner-Huggins)",
        "diffusion_coefficient_ici" => "D",
        "diffusion_over_length_squared_ici" => "D/L2",
        "interruption_resistance" => "R",
        "diffusion_resistance_coefficient" => "k",
        "dqdv_peak_potential" => "E",
        "dqdv_peak_height" => "height",
        "dqdv_peak_area" => "area",
        "instant_overpotential" => "instant",
        "total_polarization" => "polarization",
        "coulombic_efficiency" => "coulombic eff.",
        "energy_efficiency" => "energy eff.",
        "capacity_retention" => "retention",
        "charge_capacity" or "specific_charge_capacity" => "charge",
        "discharge_capacity" or "specific_discharge_capacity" => "discharge",
        _ => name.Replace('_', ' '),
    };
}
