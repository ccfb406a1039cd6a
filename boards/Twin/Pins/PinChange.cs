namespace CoinRig.Twin;

/// <summary>A GPIO output changed its level.</summary>
/// <param name="Pin">BCM number.</param>
/// <param name="IsHigh">The new level.</param>
/// <param name="Nanoseconds">When, in virtual time.</param>
public readonly record struct PinChange(int Pin, bool IsHigh, long Nanoseconds);
