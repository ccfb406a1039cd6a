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
    /// <summary>Of the instant and the diffusion part, what comes from the moment at which the current ended, V.</summary>
    public double InstantTimeZeroVolts { get; init; }

    /// <summary>Of dEt, what comes from the moment at which the current began, V.</summary>
    public double TransientTimeZeroVolts { get; init; }

    /// <summary>Splits a pulse.</summary>
    /// <param name="pulse">The pulse.</param>
    /// <param name="fit">The fit that smooths its end and, where early readings are missing, gives its beginning.</param>
    public static OverpotentialSplit Of(PulseEstimate pulse, DiffusionFit? fit)
    {
        var seen = pulse.Observation;
        var noise = double.IsFinite(seen.NoiseVolts) ? seen.NoiseVolts : 0;
        var end = fit is null
            ? new Estimate(seen.LastVolts, noise)
            : new Estimate(fit.EndVolts + seen.Before.GoesOn(seen.PulseSeconds), fit.EndUncertaintyVolts);
        var sign = seen.CurrentAmperes < 0 ? -1 : 1;
        var total = new Estimate(sign * (end.Value - seen.After.Volts), Combine.Quadrature(end.Uncertainty, seen.After.Uncertainty));
        var (start, startMoved) = PulseStart(seen, fit);
        var (off, offMoved) = RestStart(pulse);
        return new(total, off is { } a ? new Estimate(sign * (end.Value - a.Value), Combine.Quadrature(end.Uncertainty, a.Uncertainty, offMoved)) : null,
            off is { } b ? new Estimate(sign * (b.Value - seen.After.Volts), Combine.Quadrature(b.Uncertainty, seen.After.Uncertainty, offMoved)) : null,
            start is { } c ? new Estimate(end.Value - c.Value, Combine.Quadrature(end.Uncertainty, c.Uncertainty, startMoved)) : null)
        {
            InstantTimeZeroVolts = offMoved, TransientTimeZeroVolts = startMoved,
        };
    }

    /// <summary>The voltage just after current-on, and how far it moves with time zero.</summary>
    static (Estimate? Volts, double Moved) PulseStart(PulseObservation seen, DiffusionFit? fit) =>
        ShortTimeFit.AtZero(seen.Pulse) is { } start
            ? (start, Moved(start, ShortTimeFit.AtZero(Later(seen.Pulse, seen))))
            : (fit is null ? null : new Estimate(fit.OffsetVolts, fit.ResidualVolts), 0);

    /// <summary>The voltage just after current-off: the relaxation fit with what the early readings are off from it, or the short-time fit where there is none.</summary>
    static (Estimate? Volts, double Moved) RestStart(PulseEstimate pulse)
    {
        var seen = pulse.Observation;
        if (pulse.RelaxationFit is not { } fit)
        {
            return ShortTimeFit.AtZero(seen.Rest) is { } only ? (only, Moved(only, ShortTimeFit.AtZero(Later(seen.Rest, seen)))) : (null, 0);
        }
        var shape = seen.Shape;
        var scale = pulse.EquilibriumStep.Value / (fit.Theta * shape.MeanRate);
        double Model(double t) => fit.OffsetVolts + scale * (shape.Surface(fit.RatePerSecond * (seen.PulseSeconds + t)) - shape.Surface(fit.RatePerSecond * t));
        // What the exact curve leaves is small and nearly straight over the root of time, so its early part is read at zero with little noise and bend.
        Estimate? Left(Block[] rest) => ShortTimeFit.LineAtZero([.. rest.Select(b => b with { Value = b.Value - Model(b.Seconds) })]);
        return Left(seen.Rest) is { } early
            ? (early with { Value = early.Value + Model(0) }, Moved(early, Left(Later(seen.Rest, seen))))
            : (new(Model(0), fit.ResidualVolts * 2), 0);
    }

    static Block[] Later(Block[] blocks, PulseObservation seen) =>
        seen.TimeZeroUncertaintySeconds > 0 ? [.. blocks.Select(b => b with { Seconds = b.Seconds + seen.TimeZeroUncertaintySeconds })] : blocks;

    static double Moved(Estimate value, Estimate? later) => later is { } moved ? Math.Abs(moved.Value - value.Value) : 0;
}
