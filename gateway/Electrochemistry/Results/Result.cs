using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Results;

/// <summary>A derived quantity: what it is, its value with its doubt, and which assumption did not hold.</summary>
/// <param name="Name">In snake_case, as it stands outside.</param>
/// <param name="Value">Value and standard uncertainty, in <paramref name="Unit"/>.</param>
/// <param name="Unit">SI, or the field's own (Ah, mAh/g); "1" for a ratio.</param>
public sealed record Result(string Name, Estimate Value, string Unit)
{
    /// <summary>What is to be known about it, the gravest first.</summary>
    public IReadOnlyList<Flag> Flags { get; init; } = [];

    /// <summary>Where and how it was found: numbers (<see cref="double"/>) and words (<see cref="string"/>) by snake_case names.</summary>
    public IReadOnlyList<KeyValuePair<string, object>> Details { get; init; } = [];

    /// <summary>Which input costs how much of the uncertainty; empty where there is one input alone.</summary>
    public IReadOnlyList<BudgetTerm> Budget { get; init; } = [];

    /// <summary>Whether no flag is invalid or biased.</summary>
    public bool IsValid => Flags.IsValid();
}
