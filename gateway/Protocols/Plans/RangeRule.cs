namespace CoinRig.Protocols;

/// <summary>How the current range of a segment is chosen. Without a rule it is that of the largest expected current, before the segment begins.</summary>
/// <param name="IsAuto">Whether it follows the current while the segment runs, up to the range of the largest expected one.</param>
/// <param name="FullScaleAmperes">The range that the step names, by its full scale, A; 0 where it names none.</param>
public readonly record struct RangeRule(bool IsAuto, double FullScaleAmperes);
