namespace CoinRig.Spi;

/// <summary>A part of a message that goes without a pause.</summary>
/// <param name="Length">How many bytes it has.</param>
/// <param name="PauseMicroseconds">How long the clock rests after it with the chip still selected, us, at least.</param>
public readonly record struct SpiSegment(int Length, ushort PauseMicroseconds);
