namespace CoinRig.Electrochemistry.Results;

/// <summary>Looks at the flags of a result.</summary>
public static class FlagSet
{
    /// <summary>Whether a result with these flags is valid: none is invalid or biased.</summary>
    public static bool IsValid(this IEnumerable<Flag> flags) => flags.All(f => f.Severity == Severity.Note);

    /// <summary>The names as they stand outside, each once.</summary>
    public static IReadOnlyList<string> Names(this IEnumerable<Flag> flags) => [.. flags.Select(f => f.Name).Distinct()];
}
