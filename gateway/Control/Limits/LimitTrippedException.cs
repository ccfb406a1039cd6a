namespace CoinRig.Control;

/// <summary>A limit ended the run.</summary>
/// <param name="code">The event's code.</param>
/// <param name="message">Which limit, what was measured, what was allowed.</param>
public sealed class LimitTrippedException(string code, string message) : Exception(message)
{
    /// <summary>The event's code: "limit-voltage".</summary>
    public string Code { get; } = code;
}
