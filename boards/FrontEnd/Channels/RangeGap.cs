namespace CoinRig.FrontEnd;

/// <summary>The time without current when a range was changed. Between the two times the charge through the cell counts as none.</summary>
/// <param name="OffNanoseconds">When the current of before ended, ns.</param>
/// <param name="OnNanoseconds">From when on it counts as flowing in full again, ns: where it comes back over a time, so that the charge is the same.</param>
public readonly record struct RangeGap(long OffNanoseconds, long OnNanoseconds);
