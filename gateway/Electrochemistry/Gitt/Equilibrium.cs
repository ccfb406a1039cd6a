using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Gitt;

/// <summary>How an equilibrium voltage was found.</summary>
public enum EquilibriumKind
{
    /// <summary>The voltage no longer moved beyond its noise.</summary>
    Settled,

    /// <summary>It still moved, and its limit was extrapolated.</summary>
    Extrapolated,

    /// <summary>It still moved, and no limit could be told.</summary>
    Unsettled,
}

/// <summary>The voltage that a rest goes to.</summary>
/// <param name="Volts">The estimate, V.</param>
/// <param name="Uncertainty">Its standard uncertainty without offset and gain, V.</param>
/// <param name="Kind">How it was found.</param>
/// <param name="LastVolts">The mean of the last readings, V.</param>
/// <param name="DriftVoltsPerSecond">How fast the voltage moved at the end, V/s.</param>
/// <param name="RestSeconds">How long the rest was, s.</param>
public sealed record Equilibrium(double Volts, double Uncertainty, EquilibriumKind Kind, double LastVolts, double DriftVoltsPerSecond, double RestSeconds)
{
    /// <summary>Share of an extrapolation that may be wrong beyond what two ways of it show.</summary>
    public const double ExtrapolationError = 0.03;

    /// <summary>The limit from an earlier part of the rest; the same where nothing was extrapolated.</summary>
    public double EarlierLimitVolts { get; init; } = Volts;

    /// <summary>The part of the uncertainty that is noise, V.</summary>
    public double NoiseVolts { get; init; } = Uncertainty;

    /// <summary>How far noise alone takes the two limits apart, V.</summary>
    public double LimitNoiseVolts { get; init; }

    /// <summary>The time constant by which it approaches its limit, s; NaN where nothing was extrapolated.</summary>
    public double RelaxationSeconds { get; init; } = double.NaN;

    /// <summary>How far the voltage goes on in a time after the end of the rest if no current flows, V.</summary>
    public double GoesOn(double seconds) => double.IsFinite(RelaxationSeconds) ? DriftVoltsPerSecond * RelaxationSeconds * (1 - Math.Exp(-seconds / RelaxationSeconds))
        : double.IsFinite(DriftVoltsPerSecond) ? DriftVoltsPerSecond * seconds : 0;

    /// <summary>Mean drift over the last third of the rest, V/s; NaN where there are too few readings.</summary>
    public double LastThirdVoltsPerSecond { get; init; } = double.NaN;

    /// <summary>What of a difference is beyond noise: noise alone is within twice its standard deviation as a rule, and is counted elsewhere.</summary>
    internal static double Beyond(double difference, double noise) => Math.Sqrt(Math.Max(0, difference * difference - 4 * noise * noise));

    /// <summary>Largest share of dEs that may be missing.</summary>
    public const double LargestMissingShare = 0.01;

    /// <summary>
    /// The step from one equilibrium to another. What extrapolation gets wrong is nearly the same after every pulse and cancels in the step, so
    /// it is the step that is extrapolated in two ways.
    /// </summary>
    public static Estimate Step(Equilibrium before, Equilibrium after)
    {
        var step = after.Volts - before.Volts;
        if (before.Kind == EquilibriumKind.Unsettled || after.Kind == EquilibriumKind.Unsettled)
        {
            return new(step, Combine.Quadrature(before.Uncertainty, after.Uncertainty));
        }
        var earlier = after.EarlierLimitVolts - before.EarlierLimitVolts;
        var last = after.LastVolts - before.LastVolts;
        return new(step, Combine.Quadrature(before.NoiseVolts, after.NoiseVolts,
            Beyond(step - earlier, Combine.Quadrature(before.LimitNoiseVolts, after.LimitNoiseVolts)), ExtrapolationError * (step - last)));
    }

    /// <summary>Whether so little was missing at the end of the rest that it does not matter for a step of the equilibrium voltage.</summary>
    public bool IsReachedFor(double stepVolts) => Kind switch
    {
        EquilibriumKind.Unsettled => Math.Abs(DriftVoltsPerSecond) * RestSeconds / 2 <= LargestMissingShare * Math.Abs(stepVolts),
        _ => Math.Abs(Volts - LastVolts) <= LargestMissingShare * Math.Abs(stepVolts),
    };
}
