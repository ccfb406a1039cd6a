namespace CoinRig.Gateway;

/// <summary>Marks that are set while a step runs, as an instrument beside the cell would.</summary>
/// <param name="Step">The number of the step.</param>
/// <param name="Seconds">From one to the next, s.</param>
/// <param name="Text">What they say, before their number.</param>
sealed record MarkPlan(int Step, double Seconds, string Text);
