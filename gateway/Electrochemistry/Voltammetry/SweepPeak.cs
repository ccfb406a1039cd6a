using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Voltammetry;

/// <summary>The peak of one sweep.</summary>
/// <param name="IsAnodic">Whether the potential rose.</param>
/// <param name="Potential">Where the current is largest, V.</param>
/// <param name="Current">How large it is above the baseline, with its sign, A.</param>
/// <param name="RawAmperes">The same counted from zero, A.</param>
/// <param name="BaselineAmperes">The baseline under the peak, A.</param>
/// <param name="Flags">What is to be known.</param>
public sealed record SweepPeak(bool IsAnodic, Estimate Potential, Estimate Current, double RawAmperes, double BaselineAmperes, IReadOnlyList<Flag> Flags);
