using CoinRig.Cells;
using CoinRig.Electrochemistry.Gitt;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Analysis;

/// <summary>What a cell file says about its particles.</summary>
public static class CellGeometry
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
}
