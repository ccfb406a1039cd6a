using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Pitt;

/// <summary>What a step of the potential tells; rates are D/R^2 in 1/s.</summary>
public sealed record PotentialStepResult
{
    /// <summary>What was measured.</summary>
    public required PotentialStepObservation Observation { get; init; }

    /// <summary>By the exact decay; null where the rows do not determine it.</summary>
    public required PotentialStepFit? Fit { get; init; }

    /// <summary>By the plateau of I sqrt(t).</summary>
    public required Estimate? CottrellRate { get; init; }

    /// <summary>By the late decay with the first root for the Lambda of the fit.</summary>
    public required Estimate? LongTimeRate { get; init; }

    /// <summary>What is to be known about all of it.</summary>
    public required IReadOnlyList<Flag> Flags { get; init; }

    /// <summary>What is to be known about Cottrell's D.</summary>
    public required IReadOnlyList<Flag> CottrellFlags { get; init; }
}
