namespace CoinRig.FrontEnd;

/// <summary>What was found on the way to the idle state, now or earlier since the cell was last connected.</summary>
/// <param name="RelayWelded">Whether a current still flowed after the relay was let go.</param>
/// <param name="ResidualAmperes">The current after the relay was let go, A; NaN where it was not measured: the output was off, or the ADC failed.</param>
/// <param name="Faults">What failed on the way, in words; empty where nothing did.</param>
public sealed record IdleOutcome(bool RelayWelded, double ResidualAmperes, IReadOnlyList<string> Faults);
