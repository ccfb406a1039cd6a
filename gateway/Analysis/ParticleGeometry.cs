using CoinRig.Cells;
using CoinRig.Electrochemistry.Gitt;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Analysis;

/// <summary>The shape and the diffusion length that a cell file gives.</summary>
/// <param name="Shape">The shape.</param>
/// <param name="LengthMetres">L = volume of host over its area: R/3 of a sphere, half the thickness of a slab, m; null where the file does not tell.</param>
/// <param name="Source">Where L comes from, in words.</param>
/// <param name="IsGeometricArea">Whether L was formed with the geometric area: D may then be off by orders of magnitude.</param>
public sealed record ParticleGeometry(ConstantFlux Shape, Estimate? LengthMetres, string Source, bool IsGeometricArea)
{
    /// <summary>The geometry of a cell: by its particle, else by mass, molar volume and area (Weppner and Huggins' m V_M/(M A)).</summary>
    public static ParticleGeometry Of(Cell cell)
    {
        var shape = cell.Shape == ParticleShape.Slab ? ConstantFlux.Slab : ConstantFlux.Sphere;
        if (cell.Radius is { } radius)
        {
            return new(shape, new(radius.Value / shape.MeanRate, radius.Uncertainty / shape.MeanRate), "particle radius", false);
        }
        if (cell is { ActiveMass: { } mass, MolarVolume: { } volume, MolarMass: { } molar, Area: { } area })
        {
            var length = mass.Value * volume.Value / (molar.Value * area.Value);
            var relative = Combine.PowerProduct((1, mass.Relative), (1, volume.Relative), (1, molar.Relative), (1, area.Relative));
            return new(ConstantFlux.Slab, new(length, length * relative), "mass, molar volume and geometric area", true);
        }
        return new(shape, null, "not known", false);
    }

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
