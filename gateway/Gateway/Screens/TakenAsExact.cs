using CoinRig.Electrochemistry.Results;

namespace CoinRig.Gateway;

/// <summary>What went into the results without any doubt because nobody stated one: an uncertainty without it is too small, and should say so.</summary>
static class TakenAsExact
{
    /// <summary>Inputs that somebody could state: of the instrument, and of the cell.</summary>
    static readonly string[] OfInstrument = ["voltage_gain", "voltage_offset", "current_gain", "current_offset"], OfCell = ["mass", "area", "geometry", "molar_volume"];

    /// <summary>The inputs of results that are 0 in every budget which has them.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<Result> results)
    {
        // D/L2 has no length in it.
        var terms = results.Where(r => !r.Name.Contains("over_length_squared", StringComparison.Ordinal)).SelectMany(r => r.Budget).GroupBy(b => b.Input)
            .ToDictionary(g => g.Key, g => g.All(b => b.Uncertainty == 0));
        return [.. OfInstrument.Concat(OfCell).Where(i => terms.GetValueOrDefault(i))];
    }

    /// <summary>The sentence; null where everything has its doubt.</summary>
    /// <param name="results">The results.</param>
    /// <param name="isForeign">Whether another instrument measured them.</param>
    public static string? Sentence(IReadOnlyList<Result> results, bool isForeign)
    {
        var inputs = Of(results);
        if (inputs.Count == 0)
        {
            return null;
        }
        string[] cures =
        [
            .. isForeign && inputs.Any(OfInstrument.Contains) ? [$"--accuracy {StatedAccuracy.Example} states the instrument's"] : Array.Empty<string>(),
            .. inputs.Any(OfCell.Contains) ? ["'+-' behind a value of the cell file the cell's"] : Array.Empty<string>(),
        ];
        return $"No doubt is stated of {string.Join(", ", inputs).Replace('_', ' ')}: taken as exact, the uncertainties are without it{(cures.Length > 0 ? $" ({string.Join("; ", cures)})" : "")}.";
    }
}
