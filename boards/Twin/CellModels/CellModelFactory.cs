using CoinRig.Cells;
using CoinRig.Documents;

namespace CoinRig.Twin;

/// <summary>Makes the model that stands in for a cell.</summary>
public static class CellModelFactory
{
    /// <summary>However uncertain the file calls it, a true value is not less than this share of the stated one.</summary>
    const double LeastShare = 0.1;

    /// <summary>Makes the model that the cell file names.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="seed">Draws the true mass, radius and area of a half cell from the uncertainties that the file states.</param>
    /// <param name="draw">False: the stated values are the true ones.</param>
    /// <param name="options">What a half cell includes: ageing, double layer, lithium electrode, temperature.</param>
    /// <exception cref="ArgumentException">The twin has no such half cell.</exception>
    public static ICellModel Create(Cell cell, long seed, bool draw = true, HalfCellOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(cell);
        var twin = cell.Twin;
        return twin.Kind switch
        {
            TwinModelKind.Resistor => new ResistorCell(twin.VoltageVolts, twin.SeriesOhms),
            TwinModelKind.Dummy => new DummyCell(twin.VoltageVolts, twin.SeriesOhms, twin.ParallelOhms, twin.CapacitanceFarads),
            _ => new HalfCell(HalfCellParameters.Named(twin.ParameterSet), Geometry(cell, seed, draw), options),
        };
    }

    /// <summary>The true geometry of a cell; what its file does not state is that of <see cref="HalfCellGeometry.Reference"/>.</summary>
    public static HalfCellGeometry Geometry(Cell cell, long seed, bool draw = true)
    {
        ArgumentNullException.ThrowIfNull(cell);
        var reference = HalfCellGeometry.Reference;
        return new HalfCellGeometry
        {
            MassKilograms = True(cell.ActiveMass, reference.MassKilograms, "active mass"),
            RadiusMeters = True(cell.Radius, reference.RadiusMeters, "particle radius"),
            AreaSquareMeters = True(cell.Area, reference.AreaSquareMeters, "electrode area"),
            Shape = cell.Shape ?? reference.Shape,
        };

        double True(Amount? stated, double fallback, string what)
        {
            if (stated is not { } amount)
            {
                return fallback;
            }
            return draw && amount.Uncertainty > 0
                ? Math.Max(amount.Value + amount.Uncertainty * new SeededNoise(seed, $"true {what}").Normal(), LeastShare * amount.Value)
                : amount.Value;
        }
    }
}
