namespace CoinRig.Electrochemistry.Numerics;

/// <summary>The mean of some neighbouring readings of a series.</summary>
/// <param name="Seconds">Mean time, s.</param>
/// <param name="Value">Mean value.</param>
/// <param name="Weight">Weight in a fit, proportional to one over the variance.</param>
public readonly record struct Block(double Seconds, double Value, double Weight);
