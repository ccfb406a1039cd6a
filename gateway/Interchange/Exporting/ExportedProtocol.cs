namespace CoinRig.Interchange;

/// <summary>A protocol in another program's language.</summary>
/// <param name="Text">The file.</param>
/// <param name="LeftOut">What the other program cannot say and what only watches or records: limits, record rules. The person must know.</param>
public sealed record ExportedProtocol(string Text, IReadOnlyList<string> LeftOut);
