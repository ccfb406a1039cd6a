namespace CoinRig.Control;

/// <summary>The output does not follow its set value.</summary>
/// <param name="message">What is set, what was measured, what to look at.</param>
public sealed class ComplianceException(string message) : Exception(message);
