namespace CoinRig.InstrumentFiles;

/// <summary>Something about a file that its reader must know.</summary>
/// <param name="Code">What kind, such as <c>time-goes-back</c>.</param>
/// <param name="Lines">The lines where it was found, from 1, the first 25 of them; empty where the whole file is meant.</param>
/// <param name="Count">How often it was found.</param>
/// <param name="Message">What was found and what was done.</param>
public sealed record FileWarning(string Code, IReadOnlyList<long> Lines, long Count, string Message)
{
    /// <summary>The warning as a person reads it.</summary>
    public override string ToString()
    {
        var more = Count > Lines.Count && Lines.Count > 0 ? $" and {Count - Lines.Count} more" : "";
        return Lines.Count == 0 ? Message : $"Line{(Lines.Count > 1 ? "s" : "")} {string.Join(", ", Lines)}{more}: {Message}";
    }
}
