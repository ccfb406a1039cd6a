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
    public static IReadOnlyList<Flag> OfStep(PulseEstimate pulse, PulseEstimate? before, PulseEstimate? after)
    {
        var seen = pulse.Observation;
        var step = pulse.EquilibriumStep;
        var flags = new List<Flag>();
        AddIf(flags, step.Value * seen.CurrentAmperes < 0, Flag.SignMismatch);
        AddIf(flags, Math.Abs(step.Value) < 10 * step.Uncertainty, Flag.EsTooSmall);
        AddIf(flags, seen.IsClippedOrRangeChanged, Flag.ClippedOrRangeChanged);
        AddIf(flags, !seen.IsCurrentConstant, Flag.CurrentNotConstant);
        AddIf(flags, Math.Abs(step.Value) > PulseEvaluation.LargestStepVolts || DiffersFrom(before, step.Value) || DiffersFrom(after, step.Value), Flag.StepTooLarge);
        if (Rest(seen.Before, step.Value, seen.After) is { } rest)
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
        if (fit is null || fit.Theta > WeppnerHuggins.LargestTheta)
        {
            yield return Flag.PulseTooLong;
        }
        if (!ShortTimeFit.CanFit(seen.Pulse))
        {
            yield return Flag.IrNotRemoved;
        }
    }

    static Flag? Rest(Equilibrium before, double step, Equilibrium after)
    {
        if (before.IsReachedFor(step) && after.IsReachedFor(step))
        {
            return null;
        }
        var corrected = (before.Kind != EquilibriumKind.Unsettled || before.IsReachedFor(step)) && (after.Kind != EquilibriumKind.Unsettled || after.IsReachedFor(step));
        return corrected ? Flag.RestTooShortCorrected : Flag.RestTooShort;
    }

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
