namespace CoinRig.Control;

/// <summary>A plan asks for what the channel cannot do.</summary>
/// <param name="message">Which step, what it asks for, what there is.</param>
public sealed class PlanRefusedException(string message) : Exception(message);
