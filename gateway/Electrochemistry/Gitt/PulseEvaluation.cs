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

    /// <summary>The result.</summary>
    /// <param name="pulse">The pulse.</param>
    /// <param name="before">The pulse before it in the same titration, if any.</param>
    /// <param name="after">The pulse after it, if any.</param>
    public static PulseResult Of(PulseEstimate pulse, PulseEstimate? before, PulseEstimate? after)
    {
        var seen = pulse.Observation;
        var curvature = Neighbours.CurvatureOf(pulse, before, after);
        var step = pulse.EquilibriumStep;
        var fit = pulse.PulseFit;
        var correction = curvature is { } bend ? CurvatureCorrection.Of(pulse, bend) : null;
        var best = correction?.Fit ?? fit;
        var budget = best is null ? default
            : new RateBudget(best.RelativeUncertainty, Math.Abs(best.StepSensitivity) * step.Relative, correction?.Remainder ?? WithoutNeighbours,
                2 * Math.Abs(Neighbours.InstantChange(pulse, before, after) / step.Value));
        Estimate? rate = best is null ? null : new(best.RatePerSecond, best.RatePerSecond * budget.Total);
        var split = OverpotentialSplit.Of(pulse, best);
        var stepFlags = PulseFlags.OfStep(pulse, before, after);
        return new()
        {
            Estimate = pulse,
            Rate = rate,
            Budget = budget,
            Curvature = curvature,
            TransientStep = split.TransientStep,
            WeppnerHugginsRate = WeppnerHugginsRate(seen, step, split.TransientStep),
            TotalPolarization = split.Total,
            InstantOverpotential = split.Instant,
            DiffusionOverpotential = split.Diffusion,
            StepFlags = stepFlags,
            DiffusionFlags = [.. stepFlags, .. PulseFlags.OfFit(pulse, best, curvature, budget)],
            WeppnerHugginsFlags = [.. stepFlags, .. PulseFlags.OfShortTime(seen, best)],
        };
    }

    static Estimate? WeppnerHugginsRate(PulseObservation seen, Estimate step, Estimate? transient)
    {
        if (transient is not { Value: not 0 } t)
        {
            return null;
        }
        var rate = WeppnerHuggins.ShortForm(seen.PulseSeconds, step.Value, t.Value);
        return new(rate, rate * Combine.PowerProduct((2, step.Relative), (2, t.Relative)));
    }
}
