using CoinRig.Cells;
using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Uncertainty;
using CoinRig.Electrochemistry.Voltammetry;

namespace CoinRig.Analysis;

/// <summary>Peak currents over the scan rates of one file or of several: Randles and Sevcik's line, the exponent b, the separation of currents.</summary>
public static class ScanRates
{
    /// <summary>The results of voltammograms at three rates or more; empty of fewer.</summary>
    /// <param name="voltammograms">The voltammograms.</param>
    /// <param name="cell">The cell; null where none is given: then there is a slope and no D.</param>
    public static IReadOnlyList<Result> Of(IReadOnlyList<Voltammogram> voltammograms, Cell? cell) => voltammograms.Count == 0 ? []
        : [.. ScanRateStudy.Of(voltammograms, Options(cell)).SelectMany(s => s.Results())];

    /// <summary>
    /// The conventions of an insertion electrode: the area of all particles, 3 V/R of spheres (volume of the host over the diffusion length), and the
    /// concentration of all sites, one over the molar volume.
    /// </summary>
    static ScanRateOptions Options(Cell? cell)
    {
        if (cell is not { ActiveMass: { } mass, MolarVolume: { } volume, MolarMass: { } molar } || CellGeometry.Of(cell) is not { LengthMetres: { } length, IsGeometricArea: false })
        {
            return new();
        }
        var area = mass.Value * volume.Value / molar.Value / length.Value;
        return new()
        {
            AreaSquareMeters = new(area, area * Combine.PowerProduct((1, mass.Relative), (1, volume.Relative), (1, molar.Relative), (1, length.Relative))),
            ConcentrationMolesPerCubicMeter = new(1 / volume.Value, volume.Relative / volume.Value),
            LengthMeters = length.Value,
        };
    }
}
