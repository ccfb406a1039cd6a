using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Gitt;

/// <summary>Everything that a titration pulse tells.</summary>
public sealed record PulseResult
{
    /// <summary>What one pulse says by itself.</summary>
    public required PulseEstimate Estimate { get; init; }

    /// <summary>D/R^2, 1/s, with its uncertainty without geometry; null where the fit does not determine it.</summary>
    public required Estimate? Rate { get; init; }

    /// <summary>The parts of the relative uncertainty of <see cref="Rate"/>.</summary>
    public required RateBudget Budget { get; init; }

    /// <summary>How the cell changed over the pulse, by the neighbours; null where there are none.</summary>
    public required Curvature? Curvature { get; init; }

    /// <summary>dEt of Weppner and Huggins, V; null where it could not be read.</summary>
    public required Estimate? TransientStep { get; init; }

    /// <summary>D/L^2 by Weppner and Huggins' short form, 1/s.</summary>
    public required Estimate? WeppnerHugginsRate { get; init; }

    /// <summary>The straight part of the pulse over the root of time; null where it could not be read.</summary>
    public required RootTimeLine? RootTimeLine { get; init; }

    /// <summary>D/L^2 by Weppner and Huggins' slope form over that part, 1/s.</summary>
    public required Estimate? WeppnerHugginsSlopeRate { get; init; }

    /// <summary>E(end of the pulse) - E(rest after it), positive where it costs energy, V.</summary>
    public required Estimate TotalPolarization { get; init; }

    /// <summary>The part of it that is instant, V.</summary>
    public required Estimate? InstantOverpotential { get; init; }

    /// <summary>The part of it that is diffusion, V.</summary>
    public required Estimate? DiffusionOverpotential { get; init; }

    /// <summary>Of the two parts, what comes from the moment at which the current ended, V.</summary>
    public double InstantTimeZeroVolts { get; init; }

    /// <summary>Of dEt, what comes from the moment at which the current began, V.</summary>
    public double TransientTimeZeroVolts { get; init; }

    /// <summary>What is to be known about everything that comes from dEs.</summary>
    public required IReadOnlyList<Flag> StepFlags { get; init; }

    /// <summary>What is to be known about D of the exact fit.</summary>
    public required IReadOnlyList<Flag> DiffusionFlags { get; init; }

    /// <summary>What is to be known about Weppner and Huggins' D.</summary>
    public required IReadOnlyList<Flag> WeppnerHugginsFlags { get; init; }

    /// <summary>What is to be known about D by the slope form.</summary>
    public required IReadOnlyList<Flag> WeppnerHugginsSlopeFlags { get; init; }
}

/// <summary>The parts of the relative standard uncertainty of D/R^2.</summary>
/// <param name="Fit">Noise and misfit.</param>
/// <param name="EquilibriumStep">From that of dEs.</param>
/// <param name="Curvature">From what the correction for U'' and dD/dx leaves.</param>
/// <param name="Reaction">From the change of the instant overpotential over the pulse, which the fit takes for diffusion.</param>
/// <param name="TimeZero">From that of the moment at which the current changed.</param>
/// <param name="Model">What the model itself is good for.</param>
public readonly record struct RateBudget(double Fit, double EquilibriumStep, double Curvature, double Reaction, double TimeZero, double Model)
{
    /// <summary>Together.</summary>
    public double Total => Combine.Quadrature(Fit, EquilibriumStep, Curvature, Reaction, TimeZero, Model);
}
