using CoinRig.Electrochemistry.HalfCycles;

namespace CoinRig.Electrochemistry.Tests.HalfCycles;

/// <summary>Golden number 29 of the reference page.</summary>
[TestClass]
public sealed class CycleEfficiencyTests
{
    static readonly HalfCycle Charge = new(true, 1, 0.5560 * 3.6, 8, 40_000, 50e-6, true, true);
    static readonly HalfCycle Discharge = new(false, 1, 0.5520 * 3.6, 7.5, 39_700, 50e-6, true, true);

    [TestMethod]
    public void Coulombic_IsGolden() => Assert.AreEqual(0.99280576, CycleEfficiency.Coulombic(Charge, Discharge, 0, 0).Value, 1e-8);

    [TestMethod]
    public void OffsetError_IsGolden() => Assert.AreEqual(-3.9992e-4, CycleEfficiency.OffsetError(10e-9, 50e-6), 1e-8);

    [TestMethod]
    public void Coulombic_Offset_CountsTwice()
    {
        var u = CycleEfficiency.Coulombic(Charge, Discharge, 0, 10e-9).Uncertainty;
        Assert.AreEqual(2 * 10e-9 / 50e-6, u, 0.02 * u);
    }

    [TestMethod]
    public void Coulombic_OtherRange_LetsTheGainIn() =>
        Assert.IsTrue(CycleEfficiency.Coulombic(Charge, Discharge, 2e-4, 0).Uncertainty > 2e-4);

    /// <summary>Two equal half cycles: the offsets' difference is nothing, and yet nobody knows the ratio exactly.</summary>
    [TestMethod]
    public void Retention_OfEqualHalfCycles_IsNotExact()
    {
        var (reference, later) = (Discharge with { EndUncertaintyCoulombs = 2e-6 }, Discharge with { EndUncertaintyCoulombs = 2e-6 });
        Assert.AreEqual(1, CycleEfficiency.Retention(reference, later, 15e-6, 1e-9).Value, 1e-12);
        var (drift, offset, end) = (15e-6, 1e-9 * Discharge.Seconds / Discharge.Coulombs, 2e-6 / Discharge.Coulombs);
        Assert.AreEqual(Math.Sqrt(2 * (drift * drift + offset * offset + end * end)), CycleEfficiency.Retention(reference, later, 15e-6, 1e-9).Uncertainty, 1e-9);
    }

    [TestMethod]
    public void AverageVolts_IsOverCharge() => Assert.AreEqual(8 / (0.5560 * 3.6), Charge.AverageVolts, 1e-12);
}
