using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Gitt;

/// <summary>The shape and the diffusion length of a particle.</summary>
/// <param name="Shape">The shape.</param>
/// <param name="LengthMetres">L = volume of host over its area: R/3 of a sphere, half the thickness of a slab, m; null where it is not known.</param>
/// <param name="Source">Where L comes from, in words.</param>
/// <param name="IsGeometricArea">Whether L was formed with the geometric area: D may then be off by orders of magnitude.</param>
public sealed record ParticleGeometry(ConstantFlux Shape, Estimate? LengthMetres, string Source, bool IsGeometricArea)
{
    /// <summary>D in m2/s from D/L^2 in 1/s.</summary>
    public Estimate? Diffusion(Estimate overLengthSquared)
    {
        if (LengthMetres is not { } length)
        {
            return null;
        }
        var d = overLengthSquared.Value * length.Value * length.Value;
        return new(d, d * Combine.PowerProduct((1, overLengthSquared.Relative), (2, length.Relative)));
    }
}
