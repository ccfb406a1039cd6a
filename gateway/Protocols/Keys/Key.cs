namespace CoinRig.Protocols;

/// <summary>
/// One key of a mapping in a protocol file. The reader accepts exactly the keys that are declared, and the schema for editors is made of the same
/// declarations.
/// </summary>
/// <param name="Name">The key.</param>
/// <param name="Kind">What its value is.</param>
/// <param name="Description">What it means, in a sentence without its full stop.</param>
/// <param name="IsRequired">Whether it must be there.</param>
public sealed record Key(string Name, KeyKind Kind, string Description, bool IsRequired = false)
{
    /// <summary>The words of a <see cref="KeyKind.Choice"/>.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The keys inside a mapping.</summary>
    public IReadOnlyList<Key> Inner { get; init; } = [];

    /// <summary>The smallest and the largest <see cref="KeyKind.Count"/>.</summary>
    public (int Lowest, int Highest) Bounds { get; init; } = (1, int.MaxValue);
}
