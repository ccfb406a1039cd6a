namespace CoinRig.Twin.Tests;

[TestClass]
public sealed class HalfCellAgeingTests
{
    [TestMethod]
    [DataRow("ncm523-lpo", 0.8231, 0.823)]
    [DataRow("ncm523-pristine", 0.6787, 0.678)]
    public void HundredCycles_AtAFifthC_RetainWhatTheReferenceAndThePaperSay(string set, double reference, double paper)
    {
        var cell = new HalfCell(Procedures.Set(set), HalfCellGeometry.Reference, new() { DoubleLayer = false });
        double first = 0, last = 0;
        for (var cycle = 1; cycle <= 100; cycle++)
        {
            Assert.AreEqual(cycle == 1 ? 1 : cycle - 1, cell.CycleNumber);
            last = Procedures.Cycle(cell, 0.2, 0.2).Discharge;
            first = cycle == 1 ? last : first;
        }
        Assert.AreEqual(100, cell.CycleNumber);
        Assert.AreEqual(reference, last / first, 0.003);
        Assert.AreEqual(paper, last / first, 0.003);
    }

    [TestMethod]
    public void Discharge_Finished_LowersCapacityAndRaisesResistanceByTheirRates()
    {
        var cell = new HalfCell(HalfCellParameters.Coated, HalfCellGeometry.Reference);
        var (capacity, ohms) = (cell.Capacity, cell.SeriesOhms);
        Procedures.Cycle(cell, 1, 1);
        cell.AdvanceCurrent(0, 600);
        var composition = cell.MeanComposition;
        Assert.AreEqual(capacity, cell.Capacity);
        // The discharge is known to be over when charging has begun.
        cell.AdvanceCurrent(Procedures.OneCAmperes, 30);
        Assert.AreEqual(2, cell.CycleNumber);
        Assert.AreEqual(capacity * (1 - 0.0015846), cell.Capacity, 1e-12);
        Assert.AreEqual(ohms * 1.005, cell.SeriesOhms, 1e-12);
        Assert.AreEqual(composition - Procedures.OneCAmperes * 30 / capacity, cell.MeanComposition, 1e-3);
    }

    [TestMethod]
    public void Titration_PulsesRestsAndInterruptions_AreOneDischarge()
    {
        var cell = new HalfCell(HalfCellParameters.Coated, HalfCellGeometry.Reference, new() { StartComposition = 0.4 });
        for (var i = 0; i < 20; i++)
        {
            cell.AdvanceCurrent(-0.5 * Procedures.OneCAmperes, 120);
            cell.AdvanceCurrent(0.05 * Procedures.OneCAmperes, 10);
            cell.AdvanceCurrent(0, 60);
        }
        Assert.AreEqual(1, cell.CycleNumber);
    }

    [TestMethod]
    public void Ageing_SwitchedOff_LeavesTheCellFresh()
    {
        var cell = Procedures.Fresh(HalfCellParameters.Pristine);
        Procedures.Cycle(cell, 0.5, 0.5);
        var second = Procedures.Cycle(cell, 0.5, 0.5);
        var third = Procedures.Cycle(cell, 0.5, 0.5);
        Assert.AreEqual(1, cell.CycleNumber);
        Assert.AreEqual(second.Discharge, third.Discharge, 0.02);
    }
}
