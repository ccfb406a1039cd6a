using CoinRig.Documents;

namespace CoinRig.Cells.Tests;

/// <summary>The shipped files, against the numbers of DESIGN.md section 2 and electrochemistry.md 1.2.</summary>
[TestClass]
public sealed class ShippedCellTests
{
    static Cell Shipped(string name) => CellFile.Load(Path.Combine(AppContext.BaseDirectory, "cells", $"{name}.yaml"));

    [TestMethod]
    [DataRow("ncm523-lpo")]
    [DataRow("ncm523-pristine")]
    public void Ncm523_Loaded_IsTheCellOfThePaperInSi(string name)
    {
        var cell = Shipped(name);
        Assert.AreEqual(name, cell.Name);
        Assert.AreEqual(WorkingElectrode.Positive, cell.WorkingElectrode);
        Assert.IsTrue(cell.StartsDischarged);
        Assert.IsFalse(cell.IsDummy);
        AssertAmount(3.393e-6, 0.02e-6, cell.ActiveMass);
        AssertAmount(1.131e-4, 0, cell.Area);
        AssertAmount(1.75e-6, 0.05e-6, cell.Radius);
        AssertAmount(96.55e-3, 0, cell.MolarMass);
        AssertAmount(20.54e-6, 0.2e-6, cell.MolarVolume);
        Assert.AreEqual(180 * 3600, cell.NominalSpecificCapacity);
        Assert.AreEqual(ParticleShape.Sphere, cell.Shape);
        Assert.AreEqual(2.0, cell.LowestVoltage);
        Assert.AreEqual(4.5, cell.HighestVoltage);
        Assert.AreEqual(5e-3, cell.LargestCurrent, 1e-15);
        Assert.AreEqual(new TwinModel(TwinModelKind.HalfCell, name, 0, 0, 0, 0), cell.Twin);
        // 1C: 180 mAh/g of 3.393 mg is 0.61074 mA.
        Assert.AreEqual(0.61074e-3, cell.OneCAmperes, 1e-12);
    }

    [TestMethod]
    public void Resistor_Loaded_IsTenKiloohmAndADummy()
    {
        var cell = Shipped("resistor-10k");
        Assert.IsTrue(cell.IsDummy);
        Assert.AreEqual(new TwinModel(TwinModelKind.Resistor, "", 0, 10e3, 0, 0), cell.Twin);
        Assert.AreEqual(100e-6, cell.LargestCurrent, 1e-18);
        Assert.IsNull(cell.ActiveMass);
        Assert.IsTrue(double.IsNaN(cell.OneCAmperes));
    }

    [TestMethod]
    public void DummyRandles_Loaded_IsTheBenchDummyOfTheReferencePage() =>
        Assert.AreEqual(new TwinModel(TwinModelKind.Dummy, "", 3.7, 10, 50, 2e-3), Shipped("dummy-randles").Twin);

    [TestMethod]
    public void EveryShippedFile_Loaded_KeepsItsTextAndHasTheNameOfItsFile()
    {
        var files = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "cells"), "*.yaml");
        Assert.HasCount(4, files);
        foreach (var file in files)
        {
            var cell = CellFile.Load(file);
            Assert.AreEqual(Path.GetFileNameWithoutExtension(file), cell.Name);
            Assert.AreEqual(File.ReadAllText(file), cell.SourceText);
            Assert.AreNotEqual("", cell.Description);
        }
    }

    static void AssertAmount(double value, double uncertainty, Amount? actual)
    {
        Assert.IsNotNull(actual);
        Assert.AreEqual(value, actual.Value.Value, 1e-12 * value);
        Assert.AreEqual(uncertainty, actual.Value.Uncertainty, 1e-12 * value);
    }
}
