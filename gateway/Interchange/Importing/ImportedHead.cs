namespace CoinRig.Interchange;

/// <summary>What stands above the steps of an imported protocol.</summary>
/// <param name="Comment">Where it comes from and what was made of it, one line each.</param>
/// <param name="Name">The protocol's name.</param>
sealed record ImportedHead(IReadOnlyList<string> Comment, string Name)
{
    /// <summary>The value of <c>limits</c> with its place; null for none.</summary>
    internal (Place Place, string Yaml)? Limits { get; init; }

    /// <summary>The value of <c>record</c> with its place; null for none.</summary>
    internal (Place Place, string Yaml)? Record { get; init; }
}
