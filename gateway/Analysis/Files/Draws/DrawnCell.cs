using CoinRig.Cells;
using CoinRig.Documents;
using MathNet.Numerics.Distributions;

namespace CoinRig.Analysis;

/// <summary>Draws a cell from what its file states with an uncertainty.</summary>
static class DrawnCell
{
    /// <summary>A cell whose mass, area, molar quantities and radius are drawn; each still says its stated uncertainty.</summary>
    public static Cell Of(Cell cell, Random random) => cell with
    {
        ActiveMass = Draw(cell.ActiveMass, random),
        Area = Draw(cell.Area, random),
        MolarMass = Draw(cell.MolarMass, random),
        MolarVolume = Draw(cell.MolarVolume, random),
        Radius = Draw(cell.Radius, random),
    };

    static Amount? Draw(Amount? stated, Random random) =>
        stated is { } amount ? amount with { Value = Normal.Sample(random, amount.Value, amount.Uncertainty) } : null;
}
