namespace CoinRig.FrontEnd;

/// <summary>What must hold when a channel is asked for something. A breach is a mistake of the program above, and nothing is done.</summary>
static class ChannelRule
{
    /// <summary>Refuses what breaks a rule.</summary>
    /// <exception cref="InvalidOperationException">The rule does not hold.</exception>
    internal static void Require(bool met, string rule)
    {
        if (!met)
        {
            throw new InvalidOperationException($"Front end: {rule}.");
        }
    }
}
