using CoinRig.Cells;

namespace CoinRig.Twin;

/// <summary>
/// How much active material there is and in what particles. What follows from it: capacity grows with the mass; the area
/// that reacts grows with the mass and shrinks with the radius, because S_m = 3/(rho R) for spheres; diffusion takes R^2/D.
/// The film resistance goes with the geometric area alone.
/// </summary>
public sealed record HalfCellGeometry
{
    /// <summary>Active mass, kg.</summary>
    public required double MassKilograms { get; init; }

    /// <summary>Particle radius, or half the thickness of slabs, m.</summary>
    public required double RadiusMeters { get; init; }

    /// <summary>Geometric area of the electrode, m2.</summary>
    public required double AreaSquareMeters { get; init; }

    /// <summary>Shape of the particles.</summary>
    public ParticleShape Shape { get; init; } = ParticleShape.Sphere;

    /// <summary>The electrode of the reference tables: 3 mg/cm2 on 1.13 cm2, spheres of 1.75 um (electrochemistry.md 1.2).</summary>
    public static HalfCellGeometry Reference { get; } = new() { MassKilograms = 3.39e-6, RadiusMeters = 1.75e-6, AreaSquareMeters = 1.13e-4 };

    /// <summary>Area of the particles' surface, m2.</summary>
    public double ActiveAreaSquareMeters(double densityKilogramsPerCubicMeter) =>
        Dimensions * MassKilograms / (densityKilogramsPerCubicMeter * RadiusMeters);

    /// <summary>Surface times radius over volume: 3 for spheres, 1 for slabs.</summary>
    internal int Dimensions => Shape == ParticleShape.Sphere ? 3 : 1;
}
