using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Voltammetry;

/// <summary>What is known beside voltammograms at several rates. Area and concentration are conventions of the experimenter; without both there is a slope and no D.</summary>
public sealed record ScanRateOptions
{
    /// <summary>Area through which it diffuses, m2: the geometric one, or that of all particles.</summary>
    public Estimate? AreaSquareMeters { get; init; }

    /// <summary>Concentration, mol/m3: of what is dissolved, or the range of the host's composition that the peak uses.</summary>
    public Estimate? ConcentrationMolesPerCubicMeter { get; init; }

    /// <summary>Length that it can diffuse in the host, m: a third of a sphere's radius, half of a slab fed from both faces; null for a solution.</summary>
    public double? LengthMeters { get; init; }

    /// <summary>Potentials at which the current is separated into k1 v + k2 sqrt(v).</summary>
    public int SeparationPoints { get; init; } = 200;
}
