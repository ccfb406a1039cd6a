using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Voltammetry;

/// <summary>A peak of one sweep.</summary>
/// <param name="IsAnodic">Whether the potential rose.</param>
/// <param name="Potential">Where the current is largest, V; counted from zero, so that it is the same quantity whether a baseline was found or not (the slope of a foot moves a flat peak by millivolts).</param>
/// <param name="Current">The current there, counted from zero, with its sign, A.</param>
/// <param name="Height">How far it stands above the baseline, with its sign, A; null where there is none.</param>
/// <param name="Flags">What is to be known.</param>
public sealed record SweepPeak(bool IsAnodic, Estimate Potential, Estimate Current, Estimate? Height, IReadOnlyList<Flag> Flags)
{
    /// <summary>What <see cref="Height"/> is counted from.</summary>
    public BaselineKind Baseline { get; init; }

    /// <summary>The baseline under the peak, A; null where there is none.</summary>
    public double? BaselineAmperes => Current.Value - Height?.Value;

    /// <summary>
    /// From the half of the height on the rising flank to the peak, V: 56.5 mV/n for a reversible wave of what is dissolved, 47.7 mV/(alpha n) for an irreversible one, 45.3
    /// mV/n for what is adsorbed (half of 90.6 mV). Null where the flank does not begin so low.
    /// </summary>
    public Estimate? HalfPeakWidth { get; init; }

    /// <summary>Charge above the baseline between the feet of the peak (or the valleys beside it), with its sign, C; null without time.</summary>
    public Estimate? Charge { get; init; }

    /// <summary>Where the charge is counted from, V.</summary>
    public double ChargeFromVolts { get; init; }

    /// <summary>Where it is counted to, V.</summary>
    public double ChargeToVolts { get; init; }

    /// <summary>Charge from the beginning of the sweep to the peak, counted from zero, with its sign, C; null without time.</summary>
    public double? ChargeToPeakCoulombs { get; init; }

    /// <summary>Time of the peak, s; NaN without time.</summary>
    public double Seconds { get; init; }
}
