namespace CoinRig.Electrochemistry.Impedance.KramersKronig;

/// <summary>How a spectrum is tested.</summary>
public sealed record KramersKronigOptions
{
    /// <summary>Number of RC elements; null: raised from 3 until mu falls below <see cref="LowestMu"/>, or to half of the frequencies.</summary>
    public int? Elements { get; init; }

    /// <summary>Whether there is a series inductance.</summary>
    public bool HasInductance { get; init; } = true;

    /// <summary>Whether there is a series capacitance; without it the diffusion of a cell looks like a violation.</summary>
    public bool HasCapacitance { get; init; } = true;

    /// <summary>Where the search for the number of elements ends.</summary>
    public double LowestMu { get; init; } = 0.85;
}
