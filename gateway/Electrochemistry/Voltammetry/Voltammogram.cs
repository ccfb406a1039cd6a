namespace CoinRig.Electrochemistry.Voltammetry;

/// <summary>What a voltammogram says.</summary>
/// <param name="Options">What was known beside it.</param>
/// <param name="Sweeps">Its sweeps in the order of time.</param>
/// <param name="Pairs">Peaks with their counterparts on the sweep back.</param>
public sealed record Voltammogram(VoltammetryOptions Options, IReadOnlyList<MeasuredSweep> Sweeps, IReadOnlyList<PeakPair> Pairs);
