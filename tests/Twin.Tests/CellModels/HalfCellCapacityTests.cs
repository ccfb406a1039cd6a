namespace CoinRig.Twin.Tests;

/// <summary>Capacities of electrochemistry.md 1.4: from rest at x = 0.975, charge, then discharge to 2.8 V.</summary>
[TestClass]
public sealed class HalfCellCapacityTests
{
    [TestMethod]
    [DataRow("ncm523-lpo", 0.1, 179.19)]
    [DataRow("ncm523-lpo", 0.2, 165.65)]
    [DataRow("ncm523-lpo", 0.5, 143.63)]
    [DataRow("ncm523-lpo", 1.0, 124.46)]
    [DataRow("ncm523-lpo", 2.0, 103.67)]
    [DataRow("ncm523-pristine", 0.1, 137.58)]
    [DataRow("ncm523-pristine", 0.2, 130.23)]
    [DataRow("ncm523-pristine", 0.5, 112.99)]
    [DataRow("ncm523-pristine", 1.0, 92.46)]
    [DataRow("ncm523-pristine", 2.0, 66.40)]
    public void Discharge_AfterAChargeAtTenthC_HasTheConvergedCapacity(string set, double rate, double expected)
    {
        var (charge, discharge) = Procedures.Cycle(Procedures.Fresh(Procedures.Set(set)), 0.1, rate);
        var expectedCharge = set == "ncm523-lpo" ? 203.65 : 142.12;
        Assert.AreEqual(expectedCharge, charge, 0.01 * expectedCharge);
        Assert.AreEqual(expected, discharge, 0.01 * expected);
    }

    [TestMethod]
    [DataRow("ncm523-lpo", 0.2, 165.38)]
    [DataRow("ncm523-lpo", 2.0, 97.68)]
    [DataRow("ncm523-pristine", 0.2, 127.22)]
    [DataRow("ncm523-pristine", 2.0, 25.18)]
    public void Discharge_AfterAChargeAtTheSameRate_HasTheConvergedCapacity(string set, double rate, double expected) =>
        Assert.AreEqual(expected, Procedures.Cycle(Procedures.Fresh(Procedures.Set(set)), rate, rate).Discharge, 0.01 * expected);

    [TestMethod]
    public void Discharge_ThePapersCells_HaveThePapersCapacities()
    {
        // Guo et al. 2022: 179.9 and 136.9 mAh/g at 0.1C, 102.1 mAh/g at 2C.
        Assert.AreEqual(179.9, Procedures.Cycle(Procedures.Fresh(HalfCellParameters.Coated), 0.1, 0.1).Discharge, 2);
        Assert.AreEqual(136.9, Procedures.Cycle(Procedures.Fresh(HalfCellParameters.Pristine), 0.1, 0.1).Discharge, 2);
        Assert.AreEqual(102.1, Procedures.Cycle(Procedures.Fresh(HalfCellParameters.Coated), 0.1, 2).Discharge, 5);
    }

    [TestMethod]
    public void Efficiency_SecondCycle_IsOneAndTheFirstIsNot()
    {
        var cell = Procedures.Fresh(HalfCellParameters.Coated);
        var first = Procedures.Cycle(cell, 0.1, 0.1);
        var second = Procedures.Cycle(cell, 0.1, 0.1);
        Assert.AreEqual(0.880, first.Discharge / first.Charge, 0.002);
        Assert.AreEqual(1, second.Discharge / second.Charge, 0.002);
    }

    [TestMethod]
    public void TenthC_AnotherCapacity_MovesTheCapacity()
    {
        var more = HalfCellParameters.Coated with { SpecificCapacityCoulombsPerKilogram = 1.05 * HalfCellParameters.Coated.SpecificCapacityCoulombsPerKilogram };
        Assert.IsGreaterThan(183, Procedures.Cycle(Procedures.Fresh(more), 0.1, 0.1).Discharge);
    }

    [TestMethod]
    [DataRow("ncm523-lpo", 5)]
    [DataRow("ncm523-pristine", 2)]
    public void TwoC_SlowerDiffusion_LowersTheCapacity(string set, double byAtLeast)
    {
        var p = Procedures.Set(set);
        AssertLower(p, p with { DiffusionAtHalfSquareMetersPerSecond = 0.7 * p.DiffusionAtHalfSquareMetersPerSecond }, byAtLeast);
        AssertLower(p, p with { DiffusionDecadesPerComposition = 1.3 * p.DiffusionDecadesPerComposition }, byAtLeast);
    }

    [TestMethod]
    public void TwoC_MoreFilmOrSlowerKinetics_LowersTheCapacity()
    {
        var p = HalfCellParameters.Pristine;
        AssertLower(p, p with { FilmOhmSquareMeters = 3 * p.FilmOhmSquareMeters }, 1);
        AssertLower(p, p with { ExchangeAmperesPerSquareMeter = 0.1 * p.ExchangeAmperesPerSquareMeter }, 1);
    }

    static void AssertLower(HalfCellParameters parameters, HalfCellParameters changed, double byAtLeast)
    {
        var before = Procedures.Cycle(Procedures.Fresh(parameters), 0.1, 2).Discharge;
        Assert.IsLessThan(before - byAtLeast, Procedures.Cycle(Procedures.Fresh(changed), 0.1, 2).Discharge);
    }
}
