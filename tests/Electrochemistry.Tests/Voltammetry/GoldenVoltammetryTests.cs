using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Voltammetry;

namespace CoinRig.Electrochemistry.Tests.Voltammetry;

/// <summary>Golden rows 19, 20 and 39 and the formulas around them.</summary>
[TestClass]
public sealed class GoldenVoltammetryTests
{
    [TestMethod]
    public void RandlesSevcik_IsGolden()
    {
        Assert.AreEqual(0.26864525, RandlesSevcik.PeakCurrent(1e-9, 1e-4, 1000, 0.1), 1e-6 * 0.26864525);
        Assert.AreEqual(1e-9, RandlesSevcik.Diffusion(RandlesSevcik.PeakCurrent(1e-9, 1e-4, 1000, 0.1, 2, 310) / Math.Sqrt(0.1), 1e-4, 1000, 2, 310), 1e-20);
    }

    [TestMethod]
    public void Psi_IsGolden()
    {
        Assert.AreEqual(0.090433412, Nicholson.Psi(1e-5, 1e-9, 0.1), 1e-6 * 0.090433412);
        Assert.AreEqual(1e-5, Nicholson.RateConstant(0.090433412, 1e-9, 0.1), 1e-11);
    }

    [TestMethod]
    public void ReversibleWave_HighestPoint_IsGolden()
    {
        var (best, at) = (0.0, 0.0);
        for (var along = 21.1; along < 21.12; along += 1e-4)
        {
            if (ReversibleWave.Current(-20, 16, along) is var current && current > best)
            {
                (best, at) = (current, along - 20);
            }
        }
        Assert.AreEqual(0.44629469, best, 1e-7 * best);
        Assert.AreEqual(ReversibleWave.PeakFunction, best, 1e-7 * best);
        Assert.AreEqual(ReversibleWave.PeakPlace, at, 2e-4);
    }

    [TestMethod]
    [DataRow(61, 20.0)]
    [DataRow(64, 6.0)]
    [DataRow(84, 1.0)]
    [DataRow(105, 0.5)]
    [DataRow(141, 0.25)]
    [DataRow(212, 0.10)]
    public void PsiOf_RowOfNicholson_IsHisPsi(int millivolts, double psi)
    {
        Assert.AreEqual(psi, Nicholson.PsiOf(1e-3 * millivolts)!.Value, 1e-9 * psi);
        Assert.AreEqual(psi, Nicholson.PsiOf(0.5e-3 * millivolts, electrons: 2)!.Value, 1e-9 * psi);
    }

    [TestMethod]
    public void PsiOf_BeyondTheTable_IsNothing()
    {
        Assert.IsNull(Nicholson.PsiOf(0.058));
        Assert.IsNull(Nicholson.PsiOf(0.300));
        Assert.IsNull(Nicholson.PsiOf(double.NaN));
    }
}
