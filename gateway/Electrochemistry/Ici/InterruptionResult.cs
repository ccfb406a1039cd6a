using CoinRig.Electrochemistry.Gitt;
using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Ici;

/// <summary>What an interruption tells.</summary>
public sealed record InterruptionResult
{
    /// <summary>What was measured.</summary>
    public required InterruptionObservation Observation { get; init; }

    /// <summary>R0 = (last voltage on current - voltage just after)/I, by the exact curve where there is one, else by the line: ohmic and charge transfer, ohm.</summary>
    public required Estimate Resistance { get; init; }

    /// <summary>k = |slope/I|, ohm/s^0.5.</summary>
    public required Estimate DiffusionResistance { get; init; }

    /// <summary>dE/dt: how fast the lines of the interruptions rise over the time on current, V/s; null where there is no neighbour.</summary>
    public required Estimate? EquilibriumRate { get; init; }

    /// <summary>D/L^2 by the line over the root of time, 1/s (Lacey 2017, ChemElectroChem 4, 1997; Geng et al. 2022, Electrochim. Acta 404, 139727).</summary>
    public required Estimate? RootTimeRate { get; init; }

    /// <summary>D/R^2 by the exact solution with the interruptions before, 1/s; null where it is not determined.</summary>
    public required DiffusionFit? Fit { get; init; }

    /// <summary>D/R^2 of that fit with the uncertainty of dE/dt, 1/s.</summary>
    public required Estimate? Rate { get; init; }

    /// <summary>Its part that comes from the moment at which the current ended, relative.</summary>
    public double RelativeTimeZero { get; init; }

    /// <summary>The same part of R0, ohm.</summary>
    public double ResistanceTimeZeroOhms { get; init; }

    /// <summary>What is to be known about R0 and k.</summary>
    public required IReadOnlyList<Flag> ResistanceFlags { get; init; }

    /// <summary>What is to be known about D by the line.</summary>
    public required IReadOnlyList<Flag> RootTimeFlags { get; init; }

    /// <summary>What is to be known about D of the exact fit.</summary>
    public required IReadOnlyList<Flag> DiffusionFlags { get; init; }
}
