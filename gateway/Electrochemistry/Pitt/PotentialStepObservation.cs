using CoinRig.Electrochemistry.Gitt;
using CoinRig.Electrochemistry.Numerics;

namespace CoinRig.Electrochemistry.Pitt;

/// <summary>What was measured of one step of the potential. Time zero is the moment of the step.</summary>
public sealed record PotentialStepObservation
{
    /// <summary>Number in the file, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The particle's shape; a slab is fed through one face, R is its thickness.</summary>
    public required ConstantFlux Shape { get; init; }

    /// <summary>The moment of the step, s.</summary>
    public required double Seconds { get; init; }

    /// <summary>Standard uncertainty of that moment, s.</summary>
    public double TimeZeroUncertaintySeconds { get; init; }

    /// <summary>How long the potential was held, s.</summary>
    public required double HeldSeconds { get; init; }

    /// <summary>The potential before, V.</summary>
    public required double VoltsBefore { get; init; }

    /// <summary>The potential held, V.</summary>
    public required double Volts { get; init; }

    /// <summary>Charge that passed, with its sign, by the trapezoidal rule from the step on, C.</summary>
    public required double Coulombs { get; init; }

    /// <summary>Current over the time since the step.</summary>
    public required Block[] Current { get; init; }

    /// <summary>The first reading of the current, A.</summary>
    public required double FirstAmperes { get; init; }
}
