using CoinRig.Electrochemistry.HalfCycles;

namespace CoinRig.Electrochemistry.Tests.HalfCycles;

/// <summary>Golden number 29 of the reference page.</summary>
[TestClass]
public sealed class CycleEfficiencyTests
{
    static readonly HalfCycle Charge = new(true, 1, 0.5560 * 3.6, 8, 40_000, 50e-6, true, true);
    static readonly HalfCycle Discharge = new(false, 1, 0.5520 * 3.6, 7.5, 39_700, 50e-6, true, true);

    [TestMethod]
    public void Coulombic_IsGolden() => Assert.AreEqual(0.99280576, CycleEfficiency.Coulombic(Charge, Discharge, 2e-4, 0, true).Value, 1e-8);

    [TestMethod]
    public void OffsetError_IsGolden() => Assert.AreEqual(-3.9992e-4, CycleEfficiency.OffsetError(10e-9, 50e-6), 1e-8);

    [TestMethod]
    public void Coulombic_Offset_CountsTwice()
    {
        var u = CycleEfficiency.Coulombic(Charge, Discharge, 2e-4, 10e-9, true).Uncertainty;
        Assert.AreEqual(2 * 10e-9 / 50e-6, u, 0.02 * u);
    }

    [TestMethod]
    public void Coulombic_OtherRange_LetsTheGainIn() =>
        Assert.IsTrue(CycleEfficiency.Coulombic(Charge, Discharge, 2e-4, 0, false).Uncertainty > 2e-4);

    [TestMethod]
    public void AverageVolts_IsOverCharge() => Assert.AreEqual(8 / (0.5560 * 3.6), Charge.AverageVolts, 1e-12);
}
