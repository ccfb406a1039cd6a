using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Gitt;

/// <summary>Makes the result of a pulse from its own estimate and those of its neighbours.</summary>
public static class PulseEvaluation
{
    /// <summary>Above this theta the pulse is nearly a straight line in time and the exact fit no longer tells D well.</summary>
    public const double LargestTheta = 0.5;

    /// <summary>Steps of the equilibrium voltage above this are flagged, V.</summary>
    public const double LargestStepVolts = 0.010;

    /// <summary>Steps that differ more than this from their neighbours are flagged.</summary>
    public const double LargestStepChange = 0.1;

    /// <summary>Without neighbours nothing is corrected; curvature then leaves about this much in D of a step of a few millivolts.</summary>
    const double WithoutNeighbours = 0.05;

    /// <summary>The model itself (one size of particles, a constant resistance) is good to this.</summary>
    const double ModelError = 0.005;

    /// <summary>Smaller shares of a pulse do not move D.</summary>
    const double NegligibleShift = 1e-5;

    /// <summary>The result.</summary>
    /// <param name="pulse">The pulse.</param>
    /// <param name="before">The pulse before it in the same titration, if any.</param>
    /// <param name="after">The pulse after it, if any.</param>
    public static PulseResult Of(PulseEstimate pulse, PulseEstimate? before, PulseEstimate? after)
    {
        var seen = pulse.Observation;
        (before, after) = (Whole(before), Whole(after));
        var curvature = Neighbours.CurvatureOf(pulse, before, after);
        var step = pulse.EquilibriumStep;
        var fit = pulse.PulseFit;
        var timeZero = TimeZero(pulse);
        var correction = curvature is { } bend ? CurvatureCorrection.Of(pulse, bend, Neighbours.CurvatureNoise(pulse, before, after, timeZero)) : null;
        var best = correction?.Fit ?? fit;
        var budget = best is null ? default
            : new RateBudget(best.RelativeUncertainty, Math.Abs(best.StepSensitivity) * step.Relative, correction?.Remainder ?? WithoutNeighbours,
                2 * Math.Abs(Neighbours.InstantChange(pulse, before, after) / step.Value), timeZero, ModelError);
        Estimate? rate = best is null ? null : new(best.RatePerSecond, best.RatePerSecond * budget.Total);
        var split = OverpotentialSplit.Of(pulse, best);
        var line = RootTimeLine.Of(PulseEstimate.Fitted(seen));
        var stepFlags = PulseFlags.OfStep(pulse, best, before, after);
        return new()
        {
            Estimate = pulse,
            Rate = rate,
            Budget = budget,
            Curvature = curvature,
            TransientStep = split.TransientStep,
            WeppnerHugginsRate = WeppnerHugginsRate(seen, step, split.TransientStep),
            RootTimeLine = line,
            WeppnerHugginsSlopeRate = SlopeRate(seen, step, line),
            TotalPolarization = split.Total,
            InstantOverpotential = split.Instant,
            DiffusionOverpotential = split.Diffusion,
            InstantTimeZeroVolts = split.InstantTimeZeroVolts,
            TransientTimeZeroVolts = split.TransientTimeZeroVolts,
            StepFlags = stepFlags,
            DiffusionFlags = [.. stepFlags, .. PulseFlags.OfFit(pulse, best, curvature, budget)],
            WeppnerHugginsFlags = [.. stepFlags, .. PulseFlags.OfShortTime(seen, best)],
            WeppnerHugginsSlopeFlags = [.. stepFlags, .. PulseFlags.OfSlope(seen, best, line)],
        };
    }

    static PulseEstimate? Whole(PulseEstimate? neighbour) => neighbour is { Observation: { IsStepMissing: false, IsClippedOrRangeChanged: false } } ? neighbour : null;

    static Estimate? WeppnerHugginsRate(PulseObservation seen, Estimate step, Estimate? transient)
    {
        if (transient is not { Value: not 0 } t)
        {
            return null;
        }
        var rate = WeppnerHuggins.ShortForm(seen.PulseSeconds, step.Value, t.Value);
        return new(rate, rate * Combine.PowerProduct((2, step.Relative), (2, t.Relative)));
    }

    static Estimate? SlopeRate(PulseObservation seen, Estimate step, RootTimeLine? line)
    {
        if (line is not { Slope.Value: not 0 })
        {
            return null;
        }
        var rate = WeppnerHuggins.SlopeForm(seen.PulseSeconds, step.Value, line.Slope.Value);
        return new(rate, rate * Combine.PowerProduct((2, step.Relative), (2, line.Slope.Relative)));
    }

    /// <summary>How far D moves when time zero does.</summary>
    static double TimeZero(PulseEstimate pulse)
    {
        var seen = pulse.Observation;
        var shift = seen.TimeZeroUncertaintySeconds;
        if (!(shift > NegligibleShift * seen.PulseSeconds) || pulse.PulseFit is not { } plain)
        {
            return 0;
        }
        var later = PulseEstimate.Fitted(seen).Select(b => b with { Seconds = b.Seconds + shift }).ToArray();
        return PulseFit.Fit(seen.Shape, later, pulse.EquilibriumStep.Value, seen.PulseSeconds) is { } moved ? Math.Abs(Math.Log(moved.RatePerSecond / plain.RatePerSecond)) : 1;
    }
}
