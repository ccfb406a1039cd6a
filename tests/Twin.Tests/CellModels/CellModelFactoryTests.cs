using CoinRig.Cells;
using CoinRig.Documents;

namespace CoinRig.Twin.Tests;

[TestClass]
public sealed class CellModelFactoryTests
{
    static Cell Shipped(string name) => CellFile.Load(Path.Combine(AppContext.BaseDirectory, "cells", $"{name}.yaml"));

    [TestMethod]
    public void Create_ShippedDummies_AreTheModelsTheirFilesName()
    {
        Assert.AreEqual(1, CellModelFactory.Create(Shipped("resistor-10k"), 1).TerminalVolts(100e-6), 1e-12);
        var dummy = CellModelFactory.Create(Shipped("dummy-randles"), 1);
        Assert.AreEqual(3.7, dummy.OpenCircuitVolts);
        Assert.AreEqual(3.7 + 0.029673467, dummy.AdvanceCurrent(1e-3, 50e-3), 1e-9);
    }

    [TestMethod]
    public void Create_WithoutDraw_HasTheStatedGeometry()
    {
        var cell = (HalfCell)CellModelFactory.Create(Shipped("ncm523-pristine"), 5, draw: false);
        Assert.AreSame(HalfCellParameters.Pristine, cell.Parameters);
        Assert.AreEqual(3.393e-6, cell.Geometry.MassKilograms, 1e-15);
        Assert.AreEqual(1.75e-6, cell.Geometry.RadiusMeters, 1e-15);
        Assert.AreEqual(1.131e-4, cell.Geometry.AreaSquareMeters, 1e-12);
        Assert.IsGreaterThan(0, cell.DoubleLayerFarads);
    }

    [TestMethod]
    public void Create_SameSeed_DrawsTheSameAndAnotherSeedAnother()
    {
        var cell = Shipped("ncm523-lpo");
        var one = CellModelFactory.Geometry(cell, 7);
        Assert.AreEqual(one, CellModelFactory.Geometry(cell, 7));
        Assert.AreNotEqual(one.MassKilograms, CellModelFactory.Geometry(cell, 8).MassKilograms);
        Assert.AreNotEqual(one.RadiusMeters, CellModelFactory.Geometry(cell, 8).RadiusMeters);
    }

    [TestMethod]
    public void Create_ManySeeds_DrawWithTheStatedUncertainty()
    {
        var cell = Shipped("ncm523-lpo");
        var draws = Enumerable.Range(1, 2000).Select(seed => CellModelFactory.Geometry(cell, seed)).ToList();
        AssertNormal(draws.Select(d => d.MassKilograms), 3.393e-6, 0.02e-6);
        AssertNormal(draws.Select(d => d.RadiusMeters), 1.75e-6, 0.05e-6);
        Assert.IsTrue(draws.All(d => d.AreaSquareMeters == cell.Area!.Value.Value), "the file states no uncertainty of the area");
    }

    [TestMethod]
    public void Create_MoreMass_HasMoreCapacityAndAreaButTheSameDiffusion()
    {
        var heavy = Half(HalfCellGeometry.Reference with { MassKilograms = 2 * HalfCellGeometry.Reference.MassKilograms });
        var reference = Half(HalfCellGeometry.Reference);
        Assert.AreEqual(2 * reference.Capacity, heavy.Capacity, 1e-12);
        Assert.AreEqual(2 * reference.DoubleLayerFarads, heavy.DoubleLayerFarads, 1e-12);
        Assert.AreEqual(reference.SeriesOhms, heavy.SeriesOhms);
        // Twice the current through twice the material is the same overpotential, the film apart.
        Assert.AreEqual(reference.AdvanceCurrent(1e-4, 600) - 1e-4 * reference.SeriesOhms, heavy.AdvanceCurrent(2e-4, 600) - 2e-4 * heavy.SeriesOhms, 1e-9);
    }

    [TestMethod]
    public void Create_LargerRadius_HasLessAreaAndSlowerEquilibriumAtTheSameCoefficient()
    {
        var large = Half(HalfCellGeometry.Reference with { RadiusMeters = 2 * HalfCellGeometry.Reference.RadiusMeters });
        var reference = Half(HalfCellGeometry.Reference);
        Assert.AreEqual(reference.Capacity, large.Capacity);
        Assert.AreEqual(reference.DoubleLayerFarads / 2, large.DoubleLayerFarads, 1e-12);
        Assert.AreEqual(reference.DiffusionCoefficientAt(0.5), large.DiffusionCoefficientAt(0.5), 1e-25);
        // Four times the time at a quarter of the current is the same theta and the same charge.
        large.AdvanceCurrent(0.25e-4, 4 * 600);
        reference.AdvanceCurrent(1e-4, 600);
        Assert.AreEqual(reference.SurfaceComposition, large.SurfaceComposition, 1e-4);
        Assert.AreEqual(reference.MeanComposition, large.MeanComposition, 1e-6);
    }

    [TestMethod]
    public void Create_FileWithoutMassAndRadius_TakesTheReferenceElectrode()
    {
        var cell = CellFile.Read(Document.Parse("name: bare\nlimits: {voltage: 2 V .. 4.5 V, current: 5 mA}\n", "bare.yaml"));
        Assert.AreEqual(HalfCellGeometry.Reference, CellModelFactory.Geometry(cell, 3));
    }

    [TestMethod]
    public void Create_AbsurdUncertainty_KeepsTheTruthPositive()
    {
        var text = "name: wild\nactive_mass: 3 +- 300 mg\nlimits: {voltage: 2 V .. 4.5 V, current: 5 mA}\n";
        var cell = CellFile.Read(Document.Parse(text, "wild.yaml"));
        for (var seed = 0; seed < 100; seed++)
        {
            Assert.IsGreaterThanOrEqualTo(0.3e-6 * (1 - 1e-12), CellModelFactory.Geometry(cell, seed).MassKilograms);
        }
    }

    static HalfCell Half(HalfCellGeometry geometry) => new(HalfCellParameters.Coated, geometry, new() { StartComposition = 0.5 });

    static void AssertNormal(IEnumerable<double> draws, double mean, double deviation)
    {
        var list = draws.ToList();
        Assert.AreEqual(mean, list.Average(), 4 * deviation / Math.Sqrt(list.Count));
        Assert.AreEqual(deviation, Math.Sqrt(list.Average(d => (d - mean) * (d - mean))), 0.08 * deviation);
    }
}
