namespace CoinRig.Faults;

/// <summary>One fault of a scenario.</summary>
/// <param name="Type">What kind it is.</param>
/// <param name="Seconds">When it comes, s after the run's start.</param>
/// <param name="UntilSeconds">When it goes, s after the run's start; infinite where it stays.</param>
/// <param name="Text">What it is, in words.</param>
/// <param name="Begin">Makes it.</param>
/// <param name="End">Takes it away; null where nothing is to be taken away.</param>
sealed record Fault(FaultType Type, double Seconds, double UntilSeconds, string Text, Action<World> Begin, Action<World>? End = null)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Text} at {Seconds:0.000} s{(End is not null && double.IsFinite(UntilSeconds) ? $" until {UntilSeconds:0.000} s" : "")}";
}
