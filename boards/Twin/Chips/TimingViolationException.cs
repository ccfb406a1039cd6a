namespace CoinRig.Twin;

/// <summary>
/// The host did what the data sheet of an emulated chip does not allow: too early, too fast, in the wrong order or in the wrong
/// mode. The message names the rule, what was found and what is asked for.
/// </summary>
/// <param name="symbol">The rule: the data sheet's symbol ("t6"), or the pin or command where it has none ("CS").</param>
/// <param name="message">What was found and what the data sheet asks for.</param>
public sealed class TimingViolationException(string symbol, string message) : InvalidOperationException($"{symbol}: {message}")
{
    /// <summary>The rule: the data sheet's symbol, or the pin or command where it has none.</summary>
    public string Symbol { get; } = symbol;
}
