namespace CoinRig.Gateway;

/// <summary>What came of one step.</summary>
/// <param name="Step">Its name.</param>
/// <param name="Expected">What was to be seen.</param>
/// <param name="Seen">What was seen.</param>
/// <param name="Ok">Whether that is it; null where it was not tried.</param>
sealed record WireOutcome(string Step, string Expected, string Seen, bool? Ok);
