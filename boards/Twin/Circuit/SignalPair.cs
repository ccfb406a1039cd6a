namespace CoinRig.Twin;

/// <summary>What the anti-alias filters of a channel's two inputs get, or give, in the units of its topology.</summary>
/// <param name="Voltage">Of the input that the voltage is read with.</param>
/// <param name="Current">Of the input that the current is read with.</param>
readonly record struct SignalPair(double Voltage, double Current);
