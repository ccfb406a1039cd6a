namespace CoinRig.Documents;

/// <summary>One mistake in a file that a person wrote.</summary>
/// <param name="File">The file's name as the person gave it.</param>
/// <param name="Line">Line from 1; 0 where the mistake has no place.</param>
/// <param name="Column">Column from 1; 0 where the mistake has no place.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Allowed">What may stand there, or what to do.</param>
public sealed record Mistake(string File, int Line, int Column, string Found, string Allowed)
{
    /// <summary>The mistake as one line, in the form that editors can jump to.</summary>
    public override string ToString() => Line > 0 ? $"{File}:{Line}:{Column}: {Found}; {Allowed}" : $"{File}: {Found}; {Allowed}";
}
