using CoinRig.Electrochemistry.Results;

namespace CoinRig.Gateway;

/// <summary>Results that were found in the same places, as one table: a row for each place, a column for each name.</summary>
/// <param name="Places">The details that say the place and are not the same in all rows.</param>
/// <param name="Names">The results' names.</param>
/// <param name="Rows">The results of each place.</param>
sealed record ResultFamily(IReadOnlyList<string> Places, IReadOnlyList<string> Names, IReadOnlyList<IReadOnlyList<Result>> Rows)
{
    /// <summary>More columns of results do not fit on a page.</summary>
    const int MostNames = 4;

    /// <summary>Details that say where a result was found, in the order in which a table shows them.</summary>
    static readonly string[] AllPlaces =
    [
        "cycle", "spectrum", "pulse", "interruption", "sweep", "pass", "branch", "peak", "rate", "at_seconds", "when", "parameter", "arc", "of", "law", "time_constant_seconds",
        "state_of_charge", "voltage",
    ];

    /// <summary>The families of results, in the order in which they are first met.</summary>
    public static IEnumerable<ResultFamily> Of(IReadOnlyList<Result> results)
    {
        var byName = results.GroupBy(r => r.Name).Select(g => (Name: g.Key, Results: g.ToList(), Places: Present(g))).ToList();
        foreach (var family in byName.GroupBy(n => string.Join('|', n.Places)))
        {
            foreach (var names in family.Chunk(MostNames))
            {
                yield return Made(names[0].Places, [.. names.Select(n => n.Name)], [.. names.SelectMany(n => n.Results)]);
            }
        }
    }

    static ResultFamily Made(List<string> places, List<string> names, List<Result> results)
    {
        var rows = new List<List<Result>>();
        var open = new Dictionary<string, List<List<Result>>>();
        foreach (var result in results)
        {
            var key = string.Join('|', places.Select(p => Place(result, p)));
            if (!open.TryGetValue(key, out var there))
            {
                open[key] = there = [];
            }
            // What is met again in a place begins a row of its own.
            var row = there.Find(r => r.TrueForAll(other => other.Name != result.Name));
            if (row is null)
            {
                there.Add(row = []);
                rows.Add(row);
            }
            row.Add(result);
        }
        return new([.. places.Where(p => results.Count == 1 || results.Select(r => Place(r, p)).Distinct().Count() > 1)], names, rows);
    }

    static List<string> Present(IEnumerable<Result> results) => [.. AllPlaces.Where(p => results.All(r => Place(r, p).Length > 0))];

    /// <summary>A detail of a place as a text; empty where there is none.</summary>
    public static string Place(Result result, string detail)
    {
        var found = result.Details.FirstOrDefault(d => d.Key == detail).Value;
        return found is null or double.NaN ? "" : detail switch
        {
            "voltage" => FormattableString.Invariant($"{found:0.0000}"),
            "of" when found is string name => ResultWords.Name(name),
            "rate" when found is double rate => ResultWords.Detail(1e3 * Math.Abs(rate)),
            "state_of_charge" when found is double share => FormattableString.Invariant($"{100 * share:0.0}"),
            _ => ResultWords.Detail(found),
        };
    }

    /// <summary>A heading for a place.</summary>
    public static string Heading(string place) => place switch
    {
        "voltage" => ">E / V",
        "rate" => ">v / mV s⁻¹",
        "at_seconds" => ">after / s",
        "state_of_charge" => ">SOC / %",
        "time_constant_seconds" => ">τ / s",
        "branch" or "when" or "parameter" or "arc" or "of" or "law" => place,
        _ => $">{place}",
    };
}
