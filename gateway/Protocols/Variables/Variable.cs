namespace CoinRig.Protocols;

/// <summary>A value that the file names.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Text">The value as a person would write it: as it stands in the file where nothing is computed.</param>
public sealed record Variable(string Name, string Text)
{
    /// <summary>The value; null for a range.</summary>
    internal Computed? Value { get; init; }

    /// <summary>Whether two variables have the same value, however it is written.</summary>
    internal bool IsSame(Variable other) => Value is { } a && other.Value is { } b ? a.Powers == b.Powers && Math.Abs(a.Value - b.Value) <= 1e-12 * Math.Abs(a.Value) : Text == other.Text;
}
