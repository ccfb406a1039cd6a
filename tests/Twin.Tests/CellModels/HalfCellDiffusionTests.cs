using CoinRig.Cells;

namespace CoinRig.Twin.Tests;

/// <summary>With a constant diffusion coefficient the surface follows the exact solutions of Crank (golden rows 1 and 2).</summary>
[TestClass]
public sealed class HalfCellDiffusionTests
{
    const double Coefficient = 4e-16, Radius = 1.75e-6;

    [TestMethod]
    [DataRow(ParticleShape.Sphere, 0.001, 0.036706780)]
    [DataRow(ParticleShape.Sphere, 0.01, 0.12364335)]
    [DataRow(ParticleShape.Sphere, 0.1, 0.48676169)]
    [DataRow(ParticleShape.Sphere, 1, 3.2000000)]
    [DataRow(ParticleShape.Slab, 0.001, 0.035682482)]
    [DataRow(ParticleShape.Slab, 0.01, 0.11283792)]
    [DataRow(ParticleShape.Slab, 0.1, 0.35682625)]
    [DataRow(ParticleShape.Slab, 1, 1.3333229)]
    public void ConstantFlux_ExactSolution_IsMetWithinAPercent(ParticleShape shape, double theta, double expected)
    {
        var parameters = HalfCellParameters.Coated with { DiffusionAtHalfSquareMetersPerSecond = Coefficient, DiffusionDecadesPerComposition = 0 };
        var cell = new HalfCell(parameters, HalfCellGeometry.Reference with { Shape = shape }, Procedures.Bare with { StartComposition = 0.5 });
        var flux = 1e-6;
        var seconds = theta * Radius * Radius / Coefficient;
        cell.AdvanceCurrent(flux * cell.Capacity, seconds);
        var dimensions = shape == ParticleShape.Sphere ? 3 : 1;
        var scaled = (0.5 - cell.SurfaceComposition) / (flux * Radius * Radius / (dimensions * Coefficient));
        Assert.AreEqual(expected, scaled, 0.01 * expected);
    }

    [TestMethod]
    public void FirstScanAfterAStep_ExactSolution_IsMetWithinFivePercent()
    {
        // S = 2 sqrt(theta/pi) 50 ms after the step: what a scan of the twin sees first.
        var parameters = HalfCellParameters.Coated with { DiffusionAtHalfSquareMetersPerSecond = Coefficient, DiffusionDecadesPerComposition = 0 };
        var cell = new HalfCell(parameters, HalfCellGeometry.Reference, Procedures.Bare with { StartComposition = 0.5 });
        var flux = 2e-5;
        var theta = 0.05 * Coefficient / (Radius * Radius);
        var expected = 2 * Math.Sqrt(theta / Math.PI) * flux * Radius * Radius / (3 * Coefficient);
        cell.AdvanceCurrent(flux * cell.Capacity, 0.05);
        Assert.AreEqual(expected, 0.5 - cell.SurfaceComposition, 0.05 * expected);
    }

    [TestMethod]
    public void TwentyMinutesOfPulse_InScansOrAtOnce_AgreeWithin20Microvolts()
    {
        var once = new HalfCell(HalfCellParameters.Coated, HalfCellGeometry.Reference, new() { StartComposition = 0.5 });
        var scans = new HalfCell(HalfCellParameters.Coated, HalfCellGeometry.Reference, new() { StartComposition = 0.5 });
        var amperes = 0.1 * Procedures.OneCAmperes;
        var expected = once.AdvanceCurrent(amperes, 1200);
        var actual = 0.0;
        for (var i = 0; i < 12_000; i++)
        {
            scans.AdvanceCurrent(amperes, 0.06);
            actual = scans.AdvanceCurrent(amperes, 0.04);
        }
        Assert.AreEqual(expected, actual, 20e-6);
    }
}
