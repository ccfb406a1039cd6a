namespace CoinRig.FrontEnd;

/// <summary>What was found on the way to the idle state.</summary>
/// <param name="RelayWelded">Whether a current still flowed after the relay was let go.</param>
/// <param name="ResidualAmperes">The current after the relay was let go, A; NaN where it could not be measured.</param>
/// <param name="Faults">What failed on the way, in words; empty where nothing did.</param>
public sealed record IdleOutcome(bool RelayWelded, double ResidualAmperes, IReadOnlyList<string> Faults);
