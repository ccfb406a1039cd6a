using CoinRig.Runs;

namespace CoinRig.Gateway;

/// <summary>The results of impedance spectra. Every number counts there, so each stands in its own row.</summary>
static class SpectrumTable
{
    /// <summary>The table; without rows where there is no spectrum.</summary>
    public static ScreenTable Of(IReadOnlyList<ResultRow> results)
    {
        var table = new ScreenTable(">no.", "result", "of", ">value", "unit", "flags") { Title = "Spectra", Keys = 2, Note = Circuits(results) };
        foreach (var row in results.Where(Has))
        {
            var of = row.Text("parameter") is { Length: > 0 } parameter ? parameter : row.Text("arc") is { Length: > 0 } arc ? arc
                : double.IsFinite(row.Number("time_constant_seconds")) ? $"tau {Figures.Plain(row.Number("time_constant_seconds"))} s" : "";
            table.Add(row.Text("spectrum"), row.Name.Replace('_', ' '), of, row.Figure(), row.OnScreen().Unit, string.Join(' ', row.Flags));
        }
        return table;
    }

    /// <summary>Whether a result is of a spectrum.</summary>
    public static bool Has(ResultRow row) => row.Name.StartsWith("impedance_", StringComparison.Ordinal) || row.Name is "kramers_kronig_residual" or "polarization_resistance"
        or "arc_time_constant" or "effective_capacitance" or "effective_capacitance_brug" or "relaxation_peak_resistance" or "diffusion_coefficient_warburg";

    static string Circuits(IReadOnlyList<ResultRow> results) => results.Where(Has).Select(r => r.Text("circuit")).FirstOrDefault(c => c.Length > 0) is { } circuit ? $"Circuit: {circuit}" : "";
}
