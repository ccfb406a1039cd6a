namespace CoinRig.Electrochemistry.Results;

/// <summary>What a flag means for the use of a result.</summary>
public enum Severity
{
    /// <summary>For the reader to know; the result stands.</summary>
    Note,

    /// <summary>The result is off in a known direction.</summary>
    Biased,

    /// <summary>The result must not be used.</summary>
    Invalid,
}
