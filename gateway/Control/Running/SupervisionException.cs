namespace CoinRig.Control;

/// <summary>The supervisor opened the relay, was lost, or does not do what it is asked for.</summary>
/// <param name="code">The event's code: "supervisor-tripped", "supervisor-lost", "supervisor-refused".</param>
/// <param name="message">What happened, and what to do.</param>
/// <param name="hasOpened">Whether it opened the relay.</param>
public sealed class SupervisionException(string code, string message, bool hasOpened = false) : Exception(message)
{
    /// <summary>The event's code.</summary>
    public string Code { get; } = code;

    /// <summary>Whether it opened the relay.</summary>
    public bool HasOpened { get; } = hasOpened;
}
