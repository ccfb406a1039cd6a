namespace CoinRig.Gateway;

/// <summary>Something that was looked at.</summary>
/// <param name="Where">The computer, the board or a channel.</param>
/// <param name="What">What was looked at.</param>
/// <param name="Finding">What is wrong with it; null where nothing is.</param>
sealed record Checked(string Where, string What, Finding? Finding);
