namespace CoinRig.Protocols;

/// <summary>Where a condition with <c>goto</c> leads.</summary>
/// <param name="Label">The label, for messages.</param>
/// <param name="Target">The instruction that comes next; one past the last ends the program.</param>
/// <param name="Times">How often it is made at most since the loop around it began its pass (outside of loops, since the run began); 0 is without bound, which only a way forward may be.</param>
/// <param name="Loop">The innermost loop that the step is in, by its number; -1 where it is in none.</param>
public sealed record Jump(string Label, int Target, int Times, int Loop);
