namespace CoinRig.Gateway;

/// <summary>Something that selftest found to be wrong.</summary>
/// <param name="Channel">The channel, from 1; 0 for the whole board.</param>
/// <param name="Code">What, in kebab-case: "relay-stuck".</param>
/// <param name="Message">What was measured and what to do.</param>
sealed record Finding(int Channel, string Code, string Message);
