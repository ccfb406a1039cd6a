using CoinRig.Documents;

namespace CoinRig.Cells.Tests;

[TestClass]
public sealed class SoundCellFileTests
{
    static Cell Read(string rest) => CellFile.Read(Document.Parse($"name: c\nlimits: {{voltage: 2 V .. 4.5 V, current: 1 mA}}\n{rest}", "c.yaml"));

    [TestMethod]
    public void Read_NameAndLimitsOnly_StatesNothingElse()
    {
        var cell = Read("");
        Assert.AreEqual(WorkingElectrode.Positive, cell.WorkingElectrode);
        Assert.IsFalse(cell.StartsDischarged);
        Assert.IsNull(cell.ActiveMass);
        Assert.IsNull(cell.Area);
        Assert.IsNull(cell.MolarMass);
        Assert.IsNull(cell.MolarVolume);
        Assert.IsNull(cell.Shape);
        Assert.IsNull(cell.Radius);
        Assert.IsTrue(double.IsNaN(cell.NominalSpecificCapacity));
        Assert.AreEqual(TwinModelKind.HalfCell, cell.Twin.Kind);
    }

    /// <summary>Who analyses a file of last year states no limits: nothing will be connected.</summary>
    [TestMethod]
    public void LoadMeasured_WithoutLimits_IsRead()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "name: c\nactive_mass: 12 mg\n");
            var cell = CellFile.LoadMeasured(path);
            Assert.AreEqual(12e-6, cell.ActiveMass!.Value.Value, 1e-15);
            Assert.IsTrue(double.IsNaN(cell.LargestCurrent));
            Assert.ThrowsExactly<DocumentException>(() => CellFile.Load(path));

            File.WriteAllText(path, "name: c\nlimits: {voltage: 4.5 V, current: 5 mA}\n");
            Assert.ThrowsExactly<DocumentException>(() => CellFile.LoadMeasured(path), "limits that are there are checked");
        }
        finally
        {
            File.Delete(path);
        }
    }

    [TestMethod]
    [DataRow("3.4 mg", 3.4e-6, 0)]
    [DataRow("3400 ug", 3.4e-6, 0)]
    [DataRow("0.0034 g", 3.4e-6, 0)]
    [DataRow("3.4 +- 0.02 mg", 3.4e-6, 0.02e-6)]
    [DataRow("3.4 ± 0.02 mg", 3.4e-6, 0.02e-6)]
    [DataRow("3.4 mg +- 20 µg", 3.4e-6, 0.02e-6)]
    public void Read_MassInAnyUnit_IsKilograms(string text, double value, double uncertainty)
    {
        var mass = Read($"active_mass: {text}\n").ActiveMass!.Value;
        Assert.AreEqual(value, mass.Value, 1e-18);
        Assert.AreEqual(uncertainty, mass.Uncertainty, 1e-18);
    }

    [TestMethod]
    public void Read_Slab_HasHalfItsThicknessAsRadius()
    {
        var cell = Read("particle: {shape: slab, radius: 5 um}\nworking_electrode: negative\n");
        Assert.AreEqual(ParticleShape.Slab, cell.Shape);
        Assert.AreEqual(5e-6, cell.Radius!.Value.Value, 1e-18);
        Assert.AreEqual(WorkingElectrode.Negative, cell.WorkingElectrode);
    }

    [TestMethod]
    public void Read_DummyWithoutTwin_IsStoodInForByTenKiloohm() =>
        Assert.AreEqual(new TwinModel(TwinModelKind.Resistor, "", 0, 10e3, 0, 0), Read("chemistry: dummy\n").Twin);

    [TestMethod]
    public void Read_DummyTwin_TakesWhatIsNotStatedFromTheBenchDummy() =>
        Assert.AreEqual(new TwinModel(TwinModelKind.Dummy, "", 0, 10, 120, 2e-3), Read("chemistry: dummy\ntwin: {model: dummy, r1: 120 ohm}\n").Twin);

    [TestMethod]
    public void OneC_MassAndNominalCapacity_IsTheirProduct() =>
        Assert.AreEqual(0.54e-3, Read("active_mass: 3 mg\nnominal_capacity: 180 mAh/g\n").OneCAmperes, 1e-12);
}
