using CoinRig.Electrochemistry.Numerics;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Gitt;

/// <summary>
/// Splits the polarization at the end of a pulse: the jump at current-off, extrapolated back to its very moment, is instant (ohmic and
/// charge transfer); what remains above equilibrium is diffusion. Read at current-off, because the current is exactly zero there.
/// </summary>
/// <param name="Total">All of it, positive where it costs energy, V.</param>
/// <param name="Instant">The jump, V; null where there are no readings to extrapolate.</param>
/// <param name="Diffusion">The remainder, V.</param>
/// <param name="TransientStep">dEt: the end of the pulse less its extrapolated beginning, with its sign, V.</param>
public sealed record OverpotentialSplit(Estimate Total, Estimate? Instant, Estimate? Diffusion, Estimate? TransientStep)
{
    /// <summary>Splits a pulse.</summary>
    /// <param name="pulse">The pulse.</param>
    /// <param name="fit">The fit that smooths its end and, where early readings are missing, gives its beginning.</param>
    public static OverpotentialSplit Of(PulseEstimate pulse, DiffusionFit? fit)
    {
        var seen = pulse.Observation;
        var noise = double.IsFinite(seen.NoiseVolts) ? seen.NoiseVolts : 0;
        var end = fit is null
            ? new Estimate(seen.LastVolts, noise)
            : new Estimate(fit.EndVolts + Drift(seen), Combine.Quadrature(fit.ResidualVolts, noise / 3));
        var sign = seen.CurrentAmperes < 0 ? -1 : 1;
        var total = new Estimate(sign * (end.Value - seen.After.Volts), Combine.Quadrature(end.Uncertainty, seen.After.Uncertainty));
        var transient = (ShortTimeFit.AtZero(seen.Pulse) ?? (fit is null ? null : new Estimate(fit.OffsetVolts, fit.ResidualVolts))) is { } start
            ? new Estimate(end.Value - start.Value, Combine.Quadrature(end.Uncertainty, start.Uncertainty))
            : (Estimate?)null;
        if (RestStart(pulse) is not { } off)
        {
            return new(total, null, null, transient);
        }
        return new(total, new(sign * (end.Value - off.Value), Combine.Quadrature(end.Uncertainty, off.Uncertainty)),
            new(sign * (off.Value - seen.After.Volts), Combine.Quadrature(off.Uncertainty, seen.After.Uncertainty)), transient);
    }

    static double Drift(PulseObservation seen) =>
        double.IsFinite(seen.Before.DriftVoltsPerSecond) ? seen.Before.DriftVoltsPerSecond * seen.PulseSeconds : 0;

    /// <summary>The voltage just after current-off: the relaxation fit with what the early readings are off from it, or the short-time fit where there is none.</summary>
    static Estimate? RestStart(PulseEstimate pulse)
    {
        if (pulse.RelaxationFit is not { } fit)
        {
            return ShortTimeFit.AtZero(pulse.Observation.Rest);
        }
        var shape = pulse.Observation.Shape;
        var scale = pulse.EquilibriumStep.Value / (fit.Theta * shape.MeanRate);
        double Model(double t) => fit.OffsetVolts + scale * (shape.Surface(fit.RatePerSecond * (pulse.Observation.PulseSeconds + t)) - shape.Surface(fit.RatePerSecond * t));
        // What the exact curve leaves is small and nearly straight over the root of time, so its early part is read at zero with little noise and bend.
        Block[] left = [.. pulse.Observation.Rest.Select(b => b with { Value = b.Value - Model(b.Seconds) })];
        return ShortTimeFit.LineAtZero(left) is { } early ? early with { Value = early.Value + Model(0) } : new(Model(0), fit.ResidualVolts * 2);
    }
}
