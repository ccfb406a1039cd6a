namespace CoinRig.SupervisorProcess;

/// <summary>What came of one gateway that was harmed.</summary>
/// <param name="Harm">How.</param>
/// <param name="Began">Whether the run got going, so that harm could be done: a computer that is too busy does not get that far.</param>
/// <param name="Milliseconds">When the relay was open after the last good heartbeat, ms; below 0 for never.</param>
/// <param name="Cause">Why the supervisor opened it.</param>
/// <param name="Wrong">What must not be.</param>
sealed record CaseOutcome(Harm Harm, bool Began, int Milliseconds, string Cause, IReadOnlyList<string> Wrong);
