using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Gitt;

/// <summary>What is to be known about the results of a pulse.</summary>
static class PulseFlags
{
    /// <summary>A reading later than this does not show the ohmic jump apart from the double layer, s.</summary>
    const double LatestFirstReadingSeconds = 1;

    /// <summary>Curvature moves the two fits apart by about what it moves one of them.</summary>
    const double DisagreementFactor = 3, LeastDisagreement = 0.01;

    /// <summary>Flags of everything that is made from dEs.</summary>
    public static IReadOnlyList<Flag> OfStep(PulseEstimate pulse, DiffusionFit? best, PulseEstimate? before, PulseEstimate? after)
    {
        var seen = pulse.Observation;
        var step = pulse.EquilibriumStep;
        var flags = new List<Flag>();
        AddIf(flags, step.Value * seen.CurrentAmperes < 0, Flag.SignMismatch);
        AddIf(flags, Math.Abs(step.Value) < 10 * step.Uncertainty, Flag.EsTooSmall);
        AddIf(flags, seen.IsClippedOrRangeChanged, Flag.ClippedOrRangeChanged);
        AddIf(flags, seen.IsStepMissing, Flag.MissingStep);
        AddIf(flags, !seen.IsCurrentConstant, Flag.CurrentNotConstant);
        AddIf(flags, Math.Abs(step.Value) - 2 * step.Uncertainty > PulseEvaluation.LargestStepVolts * (1 + 1e-3) || DiffersFrom(before, step.Value) || DiffersFrom(after, step.Value), Flag.StepTooLarge);
        AddIf(flags, RestDrift.IsIn(pulse, best), Flag.Drift);
        if (Rest(pulse, Math.Max(Slowest(pulse), Math.Max(Slowest(before), Slowest(after)))) is { } rest)
        {
            flags.Add(rest);
        }
        return flags;
    }

    /// <summary>Flags of the exact fit.</summary>
    public static IEnumerable<Flag> OfFit(PulseEstimate pulse, DiffusionFit? fit, Curvature? curvature, RateBudget budget)
    {
        if (fit is null)
        {
            yield break;
        }
        if (fit.Theta > PulseEvaluation.LargestTheta)
        {
            yield return Flag.PulseTooLong;
        }
        if (pulse.Observation.FirstReadingSeconds > LatestFirstReadingSeconds)
        {
            yield return Flag.IrNotRemoved;
        }
        if (curvature is null)
        {
            yield return Flag.NoNeighbour;
        }
        if (pulse.RelaxationFit is { } rest && pulse.PulseFit is { } own
            && Math.Abs(Math.Log(rest.RatePerSecond / own.RatePerSecond))
                > DisagreementFactor * Combine.Quadrature(budget.Total, LeastDisagreement, Math.Log(fit.RatePerSecond / own.RatePerSecond)))
        {
            yield return Flag.FitsDisagree;
        }
    }

    /// <summary>Flags of the short-time formula.</summary>
    public static IEnumerable<Flag> OfShortTime(PulseObservation seen, DiffusionFit? fit)
    {
        if (fit is null || fit.Theta > seen.Shape.LargestShortTheta)
        {
            yield return Flag.PulseTooLong;
        }
        if (!ShortTimeFit.CanFit(seen.Pulse))
        {
            yield return Flag.IrNotRemoved;
        }
    }

    /// <summary>Flags of the slope over the root of time.</summary>
    public static IEnumerable<Flag> OfSlope(PulseObservation seen, DiffusionFit? fit, RootTimeLine? line)
    {
        if (fit is null || line is null || fit.RatePerSecond * line.ToSeconds > seen.Shape.LargestShortTheta)
        {
            yield return Flag.PulseTooLong;
        }
        if (line is { IsStraight: false })
        {
            yield return Flag.SqrtTimeNotLinear;
        }
    }

    static Flag? Rest(PulseEstimate pulse, double slowest)
    {
        var step = pulse.EquilibriumStep.Value;
        var (before, after) = (pulse.Observation.Before, pulse.Observation.After);
        // Three values of a rest shorter than its slowest relaxation lie on an exponential too, but not on the last one.
        if (IsReached(before) && IsReached(after))
        {
            return null;
        }
        return IsCorrected(before) && IsCorrected(after) ? Flag.RestTooShortCorrected : Flag.RestTooShort;

        bool IsReached(Equilibrium rest) => rest.IsReachedFor(step) && (rest.Kind == EquilibriumKind.Settled || rest.RestSeconds >= slowest);

        bool IsCorrected(Equilibrium rest) => IsReached(rest) || (rest.Kind == EquilibriumKind.Extrapolated && rest.RestSeconds >= slowest);
    }

    static double Slowest(PulseEstimate? pulse) => pulse?.PulseFit is { } fit ? 1 / (pulse.Observation.Shape.SlowestRate * fit.RatePerSecond) : 0;

    static bool DiffersFrom(PulseEstimate? neighbour, double step) =>
        neighbour is not null && Math.Abs(neighbour.EquilibriumStep.Value / step - 1) > PulseEvaluation.LargestStepChange;

    static void AddIf(List<Flag> flags, bool condition, Flag flag)
    {
        if (condition)
        {
            flags.Add(flag);
        }
    }
}
