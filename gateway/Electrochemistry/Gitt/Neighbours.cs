using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Gitt;

/// <summary>What the pulses before and after one say about it.</summary>
static class Neighbours
{
    const double LargestChange = 1;

    /// <summary>How the slope of the equilibrium curve and D change over a pulse; null where no neighbour tells.</summary>
    public static Curvature? CurvatureOf(PulseEstimate pulse, PulseEstimate? before, PulseEstimate? after)
    {
        var (a, b) = (Usable(before, pulse) ?? pulse, Usable(after, pulse) ?? pulse);
        if (ReferenceEquals(a, b) || pulse.PulseFit is null)
        {
            return null;
        }
        var pulses = (ReferenceEquals(a, pulse) ? 0 : 0.5 * (Charge(a) + Charge(pulse))) + (ReferenceEquals(b, pulse) ? 0 : 0.5 * (Charge(b) + Charge(pulse)));
        pulses /= Charge(pulse);
        var slope = Math.Log(Slope(b) / Slope(a)) / pulses;
        var diffusion = Math.Log(b.PulseFit!.RatePerSecond / a.PulseFit!.RatePerSecond) / pulses;
        return Math.Abs(slope) < LargestChange && Math.Abs(diffusion) < LargestChange ? new(slope, diffusion) : null;
    }

    /// <summary>Standard uncertainty of the bend from the neighbours' dEs, and of the change of ln D from their fits alone.</summary>
    /// <param name="pulse">The pulse.</param>
    /// <param name="before">The one before.</param>
    /// <param name="after">The one after.</param>
    /// <param name="timeZero">How far D moves by what is not known of time zero, of each pulse about the same, relative.</param>
    public static (double Slope, double Fits) CurvatureNoise(PulseEstimate pulse, PulseEstimate? before, PulseEstimate? after, double timeZero)
    {
        var (a, b) = (Usable(before, pulse) ?? pulse, Usable(after, pulse) ?? pulse);
        var pulses = ReferenceEquals(a, pulse) || ReferenceEquals(b, pulse) ? 1 : 2;
        return (Combine.Quadrature(a.EquilibriumStep.Relative, b.EquilibriumStep.Relative) / pulses,
            Combine.Quadrature(a.PulseFit?.RelativeUncertainty ?? 0, b.PulseFit?.RelativeUncertainty ?? 0, timeZero, timeZero) / pulses);
    }

    /// <summary>
    /// How much the instant overpotential changes over a pulse, V; 0 where no neighbour tells. It changes with the surface's
    /// composition, and the fit takes that for diffusion.
    /// </summary>
    public static double InstantChange(PulseEstimate pulse, PulseEstimate? before, PulseEstimate? after)
    {
        var (a, b) = (Usable(before, pulse) ?? pulse, Usable(after, pulse) ?? pulse);
        return a.Split.Instant is { } first && b.Split.Instant is { } last && !ReferenceEquals(a, b)
            ? Equilibrium.Beyond(last.Value - first.Value, Combine.Quadrature(first.Uncertainty, last.Uncertainty)) / (ReferenceEquals(a, pulse) || ReferenceEquals(b, pulse) ? 1 : 2)
            : 0;
    }

    static PulseEstimate? Usable(PulseEstimate? other, PulseEstimate pulse) =>
        other?.PulseFit is not null && Charge(other) / Charge(pulse) is > 0.2 and < 5 && Slope(other) / Slope(pulse) > 0 ? other : null;

    static double Charge(PulseEstimate pulse) => pulse.Observation.ChargeCoulombs;

    static double Slope(PulseEstimate pulse) => pulse.EquilibriumStep.Value / Charge(pulse);
}
