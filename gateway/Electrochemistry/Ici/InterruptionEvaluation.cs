using CoinRig.Electrochemistry.Gitt;
using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Ici;

/// <summary>Makes the result of an interruption from it and its neighbours.</summary>
public static class InterruptionEvaluation
{
    /// <summary>Above this D t/R^2 at the end of the window the root of time reads more than a few percent wrong.</summary>
    public const double LargestTheta = 1e-3;

    /// <summary>The current must have flowed for this part of the slowest relaxation R^2/(20 D) before dE/dt is that of the equilibrium.</summary>
    public const double LeastRelaxations = 1;

    /// <summary>
    /// While the profile builds up in a slab, lines and interruptions rise together whatever D is: dE/dt must not be known better than this many times what D is to be (the answer of ln D to ln dE/dt;
    /// 1.5 to 2 later on).
    /// </summary>
    public const double LargestSensitivity = 5;

    /// <summary>A slope of the intercepts by central differences is off by about this part of what it differs from one side to the other.</summary>
    const double CurvatureShare = 0.1;

    /// <summary>Without a neighbour on one side dE/dt is that of half an interval before or after.</summary>
    const double OneSided = 0.05;

    const long FewestReadings = 5;

    /// <summary>The result.</summary>
    /// <param name="shape">The particle's shape.</param>
    /// <param name="seen">The interruption.</param>
    /// <param name="before">The one before it on the same current, if any.</param>
    /// <param name="after">The one after it, if any.</param>
    public static InterruptionResult Of(ConstantFlux shape, InterruptionObservation seen, InterruptionObservation? before, InterruptionObservation? after)
    {
        var rate = EquilibriumRate(seen, before, after);
        Estimate? root = rate is { } r && seen.Line.Count >= FewestReadings
            ? RootTime(r, seen.Slope)
            : null;
        var both = rate is { } slope ? InterruptionFit.Of(shape, seen, slope.Value, (before is null ? 0 : 1, after is null ? 0 : 1)) : null;
        var fit = both?.Fit;
        // A moment of the interruption that is not known well makes the rise too steep or too flat, and the way back to it too long or too short.
        var moved = rate is { } rise && both is not null && seen.TimeZeroUncertaintySeconds > 0 ? InterruptionFit.Of(shape, Later(seen), rise.Value, (before is null ? 0 : 1, after is null ? 0 : 1)) : null;
        var timeZero = moved is { } m && fit is not null ? Math.Abs(Math.Log(m.Fit.RatePerSecond / fit.RatePerSecond)) : 0;
        var startZero = moved is { } n && both is { } here ? n.Start.Value - here.Start.Value : 0;
        // The straight line's intercept is off by the bend of the curve (11 % of R0 on a quick cell); the exact curve's is not.
        var start = both?.Start ?? seen.Intercept;
        var resistance = (seen.LastVolts - start.Value) / seen.Amperes;
        var diffusion = Math.Abs(seen.Slope.Value / seen.Amperes);
        var relaxed = fit is null || (Math.Abs(fit.StepSensitivity) <= LargestSensitivity && seen.TotalOnSeconds >= LeastRelaxations / (shape.SlowestRate * fit.RatePerSecond));
        Flag[] common = [.. relaxed ? [] : new[] { Flag.StartUp }, .. before is null || after is null ? new[] { Flag.NoNeighbour } : [],
            .. rate is { } e && e.Value * seen.Amperes < 0 ? new[] { Flag.SignMismatch } : [],
            .. rate is { } small && Math.Abs(small.Value) < 10 * small.Uncertainty ? new[] { Flag.EsTooSmall } : []];
        return new()
        {
            Observation = seen,
            Resistance = new(resistance, Combine.Quadrature(start.Uncertainty, startZero, Noise(seen, fit)) / Math.Abs(seen.Amperes)),
            ResistanceTimeZeroOhms = Math.Abs(startZero / seen.Amperes),
            DiffusionResistance = new(diffusion, diffusion * seen.Slope.Relative),
            EquilibriumRate = rate,
            RootTimeRate = root,
            Fit = fit,
            Rate = fit is null ? null : new(fit.RatePerSecond, fit.RatePerSecond * Combine.Quadrature(fit.RelativeUncertainty, fit.StepSensitivity * rate!.Value.Relative, timeZero)),
            RelativeTimeZero = timeZero,
            ResistanceFlags = seen.Line.Count >= FewestReadings ? [Flag.ChargeTransferIncluded] : [Flag.ChargeTransferIncluded, Flag.IrNotRemoved],
            RootTimeFlags = [.. common, .. fit is null || fit.RatePerSecond * seen.LastSeconds > LargestTheta ? new[] { Flag.PulseTooLong } : []],
            DiffusionFlags = common,
        };
    }

    static InterruptionObservation Later(InterruptionObservation seen) => seen with { Rest = [.. seen.Rest.Select(b => b with { Seconds = b.Seconds + seen.TimeZeroUncertaintySeconds })] };

    /// <summary>Of the one reading at the end of the current.</summary>
    static double Noise(InterruptionObservation seen, DiffusionFit? fit) => fit is not null
        ? fit.ReadingVolts
        : double.IsFinite(seen.Line.ResidualVariance) ? Math.Sqrt(seen.Line.ResidualVariance) : 0;

    static Estimate RootTime(Estimate rate, Estimate slope)
    {
        var value = WeppnerHuggins.RateForm(rate.Value, slope.Value);
        return new(value, value * Combine.PowerProduct((2, rate.Relative), (2, slope.Relative)));
    }

    /// <summary>How fast the lines rise over the time on current, V/s.</summary>
    static Estimate? EquilibriumRate(InterruptionObservation seen, InterruptionObservation? before, InterruptionObservation? after)
    {
        var back = before is null ? (Estimate?)null : Slope(before, seen, seen.OnSeconds);
        var on = after is null ? (Estimate?)null : Slope(seen, after, after.OnSeconds);
        if (back is { } b && on is { } f)
        {
            var both = Slope(before!, after!, seen.OnSeconds + after!.OnSeconds);
            return both with { Uncertainty = Combine.Quadrature(both.Uncertainty, CurvatureShare * (f.Value - b.Value)) };
        }
        return (back ?? on) is { } one ? one with { Uncertainty = Combine.Quadrature(one.Uncertainty, OneSided * one.Value) } : null;
    }

    /// <summary>The lines are compared in their middle, where they are known best.</summary>
    static Estimate Slope(InterruptionObservation first, InterruptionObservation second, double onSeconds)
    {
        var middle = 0.5 * (first.Line.MeanX + second.Line.MeanX);
        var (a, b) = (At(first, middle), At(second, middle));
        return new((b.Value - a.Value) / onSeconds, Combine.Quadrature(a.Uncertainty, b.Uncertainty) / onSeconds);
    }

    static Estimate At(InterruptionObservation seen, double root)
    {
        var away = root - seen.Line.MeanX;
        return new(seen.Line.MeanY + seen.Line.Slope * away, Combine.Quadrature(Math.Sqrt(seen.Line.ResidualVariance / seen.Line.Count), away * seen.Line.SlopeUncertainty));
    }
}
