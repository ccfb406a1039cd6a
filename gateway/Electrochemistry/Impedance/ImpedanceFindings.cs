using CoinRig.Electrochemistry.Impedance.Choice;
using CoinRig.Electrochemistry.Impedance.Fitting;
using CoinRig.Electrochemistry.Impedance.KramersKronig;
using CoinRig.Electrochemistry.Impedance.RelaxationTimes;
using CoinRig.Electrochemistry.Results;

namespace CoinRig.Electrochemistry.Impedance;

/// <summary>Everything that a spectrum tells.</summary>
public sealed record ImpedanceFindings
{
    /// <summary>The spectrum.</summary>
    public required Spectrum Spectrum { get; init; }

    /// <summary>How many inductive points at the high end were left out of the fits, because no circuit has an inductance.</summary>
    public required int InductiveLeftOut { get; init; }

    /// <summary>Whether the cell stayed as it was.</summary>
    public required KramersKronigTest KramersKronig { get; init; }

    /// <summary>The circuits that were tried.</summary>
    public required CircuitChoice Choice { get; init; }

    /// <summary>The fit of the preferred one.</summary>
    public FittedCircuit Fit => Choice.Preferred.Fit;

    /// <summary>The distribution of relaxation times of the fitted points, inductance and endless diffusion of the fit subtracted.</summary>
    public required RelaxationDistribution Relaxation { get; init; }

    /// <summary>All of it as results.</summary>
    public required IReadOnlyList<Result> Results { get; init; }
}
