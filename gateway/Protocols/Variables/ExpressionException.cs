namespace CoinRig.Protocols;

/// <summary>An expression that cannot be computed.</summary>
/// <param name="found">What is wrong with it.</param>
/// <param name="allowed">What is allowed.</param>
sealed class ExpressionException(string found, string allowed) : Exception(found)
{
    /// <summary>It is made of a variable whose mistake is reported where that stands.</summary>
    internal static ExpressionException Told => new("", "");

    /// <summary>Whether the mistake is reported elsewhere.</summary>
    internal bool IsTold => Message.Length == 0;

    /// <summary>What is wrong with it.</summary>
    internal string Found => Message;

    /// <summary>What is allowed.</summary>
    internal string Allowed { get; } = allowed;
}
