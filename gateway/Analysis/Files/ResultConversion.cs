using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Uncertainty;
using CoinRig.Runs;

namespace CoinRig.Analysis;

/// <summary>Rows of a run file as results, and back.</summary>
public static class ResultConversion
{
    const string RelativePart = "relative_uncertainty_";

    /// <summary>Details that are columns of a row.</summary>
    static readonly string[] Places = ["cycle", "step", "seconds"];

    /// <summary>A row as a result: its place becomes details, the parts of its uncertainty its budget.</summary>
    public static Result ToResult(this ResultRow row)
    {
        var isValid = row.Details.TryGetValue("valid", out var valid) && valid is not 0.0;
        return new(row.Name, new(row.Value, row.Uncertainty), row.Unit)
        {
            Flags = [.. row.Flags.Select(name => FlagOf(name, isValid))],
            Details =
            [
                new("cycle", (double)row.Cycle), new("step", (double)row.Step), new("seconds", row.Seconds),
                .. row.Details.Where(d => d.Key != "valid" && !IsPart(d.Key)),
            ],
            Budget = [.. row.Details.Where(d => IsPart(d.Key) && d.Value is double).Select(d =>
                new BudgetTerm(d.Key[RelativePart.Length..], Math.Abs((double)d.Value * row.Value)))],
        };
    }

    /// <summary>A result as a row, which tables and figures read.</summary>
    public static ResultRow ToRow(this Result result)
    {
        var details = result.Details.Where(d => !Places.Contains(d.Key)).ToDictionary(d => d.Key, d => d.Value);
        details["valid"] = result.IsValid ? 1.0 : 0.0;
        return new(result.Name, result.Value.Value, result.Unit, result.Value.Uncertainty, result.Flags.Names(),
            (int)result.Number("cycle", 0), (int)result.Number("step", 0), result.Number("seconds", double.NaN), details);
    }

    static bool IsPart(string detail) => detail.StartsWith(RelativePart, StringComparison.Ordinal) && detail != RelativePart + "without_geometry";

    /// <summary>One name has two severities; a valid result has the mild one.</summary>
    static Flag FlagOf(string name, bool isValid)
    {
        var known = Flag.All.Where(f => f.Name == name).ToList();
        return known.FirstOrDefault(f => isValid == (f.Severity == Severity.Note)) ?? known.FirstOrDefault()
            ?? new Flag(name, Severity.Note, "A flag that this version of CoinRig does not know.", "Use the version that made the run.");
    }
}
