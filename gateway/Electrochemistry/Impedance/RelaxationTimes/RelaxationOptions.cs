namespace CoinRig.Electrochemistry.Impedance.RelaxationTimes;

/// <summary>How a distribution of relaxation times is found.</summary>
public sealed record RelaxationOptions
{
    /// <summary>Time constants a decade.</summary>
    public int PointsPerDecade { get; init; } = 10;

    /// <summary>Decades beyond both ends of the measured range.</summary>
    public double DecadesBeyond { get; init; } = 1;

    /// <summary>
    /// Weight of the penalty on second differences, in units of one over the square of the largest measured modulus; null: the smoothest whose
    /// generalized cross-validation is within 2 % of the least over 1e-6 to 1e3.
    /// </summary>
    public double? Lambda { get; init; }

    /// <summary>Peaks with a smaller share of the polarization resistance are not listed.</summary>
    public double SmallestShare { get; init; } = 0.02;
}
