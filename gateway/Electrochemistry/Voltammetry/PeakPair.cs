using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Voltammetry;

/// <summary>A peak and its counterpart on the sweep back.</summary>
/// <param name="Forward">The peak of the first of the two sweeps.</param>
/// <param name="Reverse">The peak of the second.</param>
/// <param name="Cycle">Cycle of the first.</param>
/// <param name="RateVoltsPerSecond">Scan rate, V/s.</param>
public sealed record PeakPair(SweepPeak Forward, SweepPeak Reverse, int Cycle, double RateVoltsPerSecond)
{
    /// <summary>Above this, n times the separation is not that of a reversible wave, V (25 degC).</summary>
    public const double LargestReversibleVolts = 0.065;

    const double LargestReversalVolts = 0.02;

    /// <summary>E(anodic) - E(cathodic) as measured, V.</summary>
    public required Estimate Separation { get; init; }

    /// <summary>The separation less the current's share in it, (Ip(anodic) - Ip(cathodic)) R; the same as <see cref="Separation"/> where R is not known.</summary>
    public required Estimate CorrectedSeparation { get; init; }

    /// <summary>Half way between the peaks, V: near E0 for a reversible wave.</summary>
    public required Estimate Midpoint { get; init; }

    /// <summary>Reverse over forward height, without sign; 1 where the product only waits for the way back. Null where one has no height.</summary>
    public Estimate? HeightRatio { get; init; }

    /// <summary>Nicholson's psi; null where the separation says that the wave is reversible, or is beyond the table.</summary>
    public Estimate? Psi { get; init; }

    /// <summary>k0, m/s; null without psi or D.</summary>
    public Estimate? RateConstant { get; init; }

    /// <summary>What is to be known about the separation.</summary>
    public required IReadOnlyList<Flag> Flags { get; init; }

    /// <summary>Whether the anodic peak is not before the cathodic one: what is oxidized further down than it is reduced is another reaction.</summary>
    public static bool MayBelongTogether(SweepPeak forward, SweepPeak reverse) => (forward.Potential.Value - reverse.Potential.Value) * (forward.IsAnodic ? 1 : -1) > -LargestReversalVolts;

    /// <summary>Pairs two peaks of neighbouring sweeps.</summary>
    public static PeakPair Of(SweepPeak forward, SweepPeak reverse, int cycle, double rateVoltsPerSecond, VoltammetryOptions options)
    {
        var (anodic, cathodic) = forward.IsAnodic ? (forward, reverse) : (reverse, forward);
        // An offset of the voltage is in both.
        var instrument = options.Instrument;
        var measured = anodic.Potential.Value - cathodic.Potential.Value;
        var u = Combine.Quadrature(anodic.Potential.Uncertainty, cathodic.Potential.Uncertainty, instrument.VoltageGainRelative * measured);
        var currents = anodic.Current.Value - cathodic.Current.Value;
        var corrected = options.SeriesOhms is { } ohms
            ? new Estimate(measured - currents * ohms.Value, Combine.Quadrature(u, currents * ohms.Uncertainty)) : new(measured, u);
        var middle = 0.5 * (anodic.Potential.Value + cathodic.Potential.Value);
        var psi = Nicholson.PsiOf(corrected.Value, options.Electrons, options.TemperatureKelvin) is { } found ? new Estimate(found, PsiUncertainty(corrected, found, options)) : (Estimate?)null;
        List<Flag> flags = [];
        if (corrected.Value * options.Electrons * 298.15 / options.TemperatureKelvin > LargestReversibleVolts)
        {
            flags.Add(Flag.NotReversible);
        }
        if (options.SeriesOhms is null)
        {
            flags.Add(Flag.ResistanceNotCorrected);
        }
        return new(forward, reverse, cycle, rateVoltsPerSecond)
        {
            Separation = new(measured, u),
            CorrectedSeparation = corrected,
            Midpoint = new(middle, Combine.Quadrature(0.5 * anodic.Potential.Uncertainty, 0.5 * cathodic.Potential.Uncertainty, instrument.VoltageOffsetVolts, instrument.VoltageGainRelative * middle)),
            HeightRatio = Ratio(forward.Height, reverse.Height),
            Psi = psi,
            RateConstant = psi is { } p && options.DiffusionCoefficient is { } d && rateVoltsPerSecond > 0
                ? Scaled(Nicholson.RateConstant(p.Value, d.Value, rateVoltsPerSecond, options.Electrons, options.TemperatureKelvin), p, d) : null,
            Flags = flags,
        };
    }

    static double PsiUncertainty(Estimate separation, double psi, VoltammetryOptions options)
    {
        var other = Nicholson.PsiOf(separation.Value + separation.Uncertainty, options.Electrons, options.TemperatureKelvin)
            ?? Nicholson.PsiOf(separation.Value - separation.Uncertainty, options.Electrons, options.TemperatureKelvin);
        return other is { } shifted ? Math.Abs(shifted - psi) : double.NaN;
    }

    static Estimate Scaled(double value, Estimate psi, Estimate diffusion) => new(value, value * Combine.PowerProduct((1, psi.Relative), (0.5, diffusion.Relative)));

    static Estimate? Ratio(Estimate? forward, Estimate? reverse)
    {
        if (forward is not { } f || reverse is not { } r)
        {
            return null;
        }
        var ratio = Math.Abs(r.Value / f.Value);
        return new(ratio, ratio * Combine.Quadrature(f.Relative, r.Relative));
    }
}
