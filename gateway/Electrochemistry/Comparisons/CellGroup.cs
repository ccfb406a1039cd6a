using CoinRig.Electrochemistry.Results;

namespace CoinRig.Electrochemistry.Comparisons;

/// <summary>The results of one cell.</summary>
/// <param name="Name">The cell, as it is to be called.</param>
/// <param name="Results">Its results.</param>
public sealed record CellResults(string Name, IReadOnlyList<Result> Results);

/// <summary>Cells that were made alike.</summary>
/// <param name="Name">What they have in common, as it is to be called: "coated".</param>
/// <param name="Cells">The cells.</param>
public sealed record CellGroup(string Name, IReadOnlyList<CellResults> Cells);
