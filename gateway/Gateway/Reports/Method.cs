using CoinRig.Analysis;
using CoinRig.Electrochemistry.Results;

namespace CoinRig.Gateway;

/// <summary>How a family of results is found.</summary>
/// <param name="Heading">What it is called.</param>
/// <param name="Results">The results that it gives; it was used where one of them is there.</param>
/// <param name="Text">What is done, as markup.</param>
/// <param name="Formulas">Its formulas, as markup.</param>
/// <param name="Cited">The references, by author and year.</param>
sealed record Method(string Heading, IReadOnlyList<string> Results, string Text, IReadOnlyList<string> Formulas, IReadOnlyList<string> Cited)
{
    /// <summary>The particle's shape for which it holds; empty for any.</summary>
    public string Shape { get; init; } = "";

    /// <summary>Whether it was used.</summary>
    public bool WasUsed(AnalyzedFile file) => file.Results.Any(r => Results.Contains(r.Name) && (Shape.Length == 0 || r.Word("shape") is "" || r.Word("shape") == Shape));
}
