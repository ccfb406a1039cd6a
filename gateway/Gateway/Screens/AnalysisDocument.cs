using CoinRig.Analysis;
using CoinRig.Electrochemistry.Results;

namespace CoinRig.Gateway;

/// <summary>What <c>analyze --json</c> prints of a file.</summary>
/// <param name="File">The file.</param>
/// <param name="Format">What it is.</param>
/// <param name="Cell">The cell's name.</param>
/// <param name="Techniques">Which analyses were made.</param>
/// <param name="Facts">What the file says about itself.</param>
/// <param name="Settings">How the analyses were made.</param>
/// <param name="Warnings">What somebody should know about the file.</param>
/// <param name="TakenAsExact">Inputs of which no uncertainty was stated, so that none of the results has it.</param>
/// <param name="Results">The results.</param>
public sealed record AnalysisDocument(string File, string Format, string Cell, IReadOnlyList<Technique> Techniques, IReadOnlyDictionary<string, string> Facts,
    IReadOnlyDictionary<string, string> Settings, IReadOnlyList<string> Warnings, IReadOnlyList<string> TakenAsExact, IReadOnlyList<AnalyzedResult> Results)
{
    /// <summary>The document of an analysed file.</summary>
    public static AnalysisDocument Of(AnalyzedFile file) => new(file.Path, file.Format, file.CellName, file.Techniques, Dictionary(file.Facts),
        Dictionary(file.Settings), file.Warnings, Gateway.TakenAsExact.Of(file.Results), [.. file.Results.Select(AnalyzedResult.Of)]);

    static Dictionary<string, string> Dictionary(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var all = new Dictionary<string, string>();
        foreach (var (key, value) in pairs)
        {
            all[key] = value;
        }
        return all;
    }
}

/// <summary>A result of an analysis in a document.</summary>
/// <param name="Name">Its name in snake_case.</param>
/// <param name="Value">Its value.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Uncertainty">Standard uncertainty; null where none can be given.</param>
/// <param name="Valid">Whether no flag is invalid or biased.</param>
/// <param name="Flags">Flags in kebab-case.</param>
/// <param name="Details">Where and how it was found.</param>
/// <param name="Budget">What each input costs, in the unit of the result.</param>
public sealed record AnalyzedResult(string Name, double Value, string Unit, double Uncertainty, bool Valid, IReadOnlyList<string> Flags,
    IReadOnlyDictionary<string, object> Details, IReadOnlyDictionary<string, double> Budget)
{
    internal static AnalyzedResult Of(Result result) => new(result.Name, result.Value.Value, result.Unit, result.Value.Uncertainty, result.IsValid, result.Flags.Names(),
        result.Details.DistinctBy(d => d.Key).ToDictionary(d => d.Key, d => d.Value),
        result.Budget.GroupBy(b => b.Input).ToDictionary(g => g.Key, g => g.Sum(b => b.Uncertainty)));
}
