namespace CoinRig.Control;

/// <summary>The cell or the channel is not in a state in which it may be connected.</summary>
/// <param name="message">What was measured, what is allowed, what to do.</param>
public sealed class CellRefusedException(string message) : Exception(message);
