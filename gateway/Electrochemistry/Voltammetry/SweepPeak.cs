using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Voltammetry;

/// <summary>The peak of one sweep.</summary>
/// <param name="IsAnodic">Whether the potential rose.</param>
/// <param name="Potential">Where the current is largest, V.</param>
/// <param name="Current">The current there, counted from zero, with its sign, A: it is the same quantity whether a baseline was found or not.</param>
/// <param name="Height">How far it stands above the baseline, with its sign, A; null where the sweep has no foot to draw one through.</param>
/// <param name="Flags">What is to be known.</param>
public sealed record SweepPeak(bool IsAnodic, Estimate Potential, Estimate Current, Estimate? Height, IReadOnlyList<Flag> Flags)
{
    /// <summary>The baseline under the peak, A; null where there is none.</summary>
    public double? BaselineAmperes => Current.Value - Height?.Value;
}
