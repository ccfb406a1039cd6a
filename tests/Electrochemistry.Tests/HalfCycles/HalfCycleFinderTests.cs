using CoinRig.Electrochemistry.HalfCycles;
using CoinRig.Electrochemistry.Traces;
using CsCheck;

namespace CoinRig.Electrochemistry.Tests.HalfCycles;

/// <summary>What a half cycle is, and how it is integrated.</summary>
[TestClass]
public sealed class HalfCycleFinderTests
{
    /// <summary>Golden number 27.</summary>
    [TestMethod]
    public void Find_Trapezoid_IsGolden()
    {
        double[] seconds = [0, 1, 2.5, 4, 10], amperes = [61e-6, 62e-6, 60e-6, 63e-6, 61e-6], volts = [2, 2, 2, 2, 2];
        var half = HalfCycleFinder.Find(new(seconds, volts, amperes)).Single();
        Assert.AreEqual(6.1725e-4, half.Coulombs, 1e-15);
        Assert.AreEqual(2 * 6.1725e-4, half.Joules, 1e-15);
        Assert.AreEqual(10, half.Seconds, 1e-12);
        Assert.AreEqual(2, half.AverageVolts, 1e-12);
    }

    [TestMethod]
    public void Find_TwoRowsAtOneTime_IsAJump()
    {
        double[] seconds = [0, 10, 10, 20, 20, 30], amperes = [0, 0, 2, 2, -1, -1];
        var halves = HalfCycleFinder.Find(new(seconds, new double[6], amperes));
        Assert.AreEqual(20, halves[0].Coulombs, 1e-12);
        Assert.AreEqual(10, halves[1].Coulombs, 1e-12);
        Assert.AreEqual(0, halves[0].EndUncertaintyCoulombs, 1e-12);
    }

    /// <summary>The rest was logged every 300 s, the new step's first row comes 120 s late: the current flowed since the last row.</summary>
    [TestMethod]
    public void Find_FirstRowLate_HasFlowedSinceTheRowBefore()
    {
        double[] seconds = [0, 300, 600, 600.01, 720, 840], amperes = [0, 0, 0, 0, 2, 2];
        Assert.AreEqual(2 * 239.99, HalfCycleFinder.Find(new(seconds, new double[6], amperes)).Single().Coulombs, 1e-9);
    }

    [TestMethod]
    public void Find_EqualRowsAcrossAJump_TakesTheMiddleAndSaysSo()
    {
        double[] seconds = [0, 10, 20, 30, 40, 50], amperes = [0, 0, 2, 2, 0, 0];
        var half = HalfCycleFinder.Find(new(seconds, new double[6], amperes)).Single();
        Assert.AreEqual(40, half.Coulombs, 1e-12);
        Assert.AreEqual(2 * 10 / Math.Sqrt(12) * Math.Sqrt(2), half.EndUncertaintyCoulombs, 1e-9);
    }

    [TestMethod]
    public void Find_HoldAndRestsAndPulses_StayWithin()
    {
        double[] seconds = [0, 1000, 1001, 1100, 1200, 1300, 1300.1, 1400, 1400.1, 1405, 1405.1, 1500], amperes = [1, 1, 0.9, 0.5, 0.25, 0.1, 0, 0, -0.1, -0.1, 0, 0];
        var half = HalfCycleFinder.Find(new(seconds, new double[12], amperes)).Single();
        Assert.IsTrue(half.ReachedEnd);
        Assert.AreEqual(1, half.RateAmperes, 1e-12);
    }

    [TestMethod]
    public void Find_CutByTheEndOfTheData_DidNotReachItsEnd()
    {
        double[] seconds = [0, 10, 20], amperes = [1, 1, 1];
        Assert.IsFalse(HalfCycleFinder.Find(new(seconds, new double[3], amperes)).Single().ReachedEnd);
    }

    [TestMethod]
    public void Find_RowByRow_IsBitEqualToTheWhole() => Gen.Int[0, 1_000_000].Sample(seed =>
    {
        var (seconds, volts, amperes) = CycledRows.Random(seed, 400);
        var finder = new HalfCycleFinder();
        for (var i = 0; i < seconds.Length; i++)
        {
            finder.Add(seconds[i], volts[i], amperes[i]);
        }
        CollectionAssert.AreEqual(HalfCycleFinder.Find(new(seconds, volts, amperes)).ToArray(), finder.Finish().ToArray());
    }, iter: 50);

    [TestMethod]
    public void Find_ScaledShiftedTurned_ScalesShiftsTurns() => Gen.Select(Gen.Int[0, 1_000_000], Gen.Double[0.01, 100], Gen.Double[-1e5, 1e5]).Sample((seed, scale, shift) =>
    {
        var (seconds, volts, amperes) = CycledRows.Random(seed, 300);
        var plain = HalfCycleFinder.Find(new(seconds, volts, amperes));
        var scaled = HalfCycleFinder.Find(new(seconds, volts, [.. amperes.Select(i => scale * i)]));
        var shifted = HalfCycleFinder.Find(new([.. seconds.Select(t => t + shift)], volts, amperes));
        var turned = HalfCycleFinder.Find(new(seconds, [.. volts.Select(v => -v)], [.. amperes.Select(i => -i)]));
        Assert.HasCount(plain.Count, scaled);
        for (var i = 0; i < plain.Count; i++)
        {
            Assert.AreEqual(scale * plain[i].Coulombs, scaled[i].Coulombs, 1e-9 * scaled[i].Coulombs);
            Assert.AreEqual(plain[i].Coulombs, shifted[i].Coulombs, 1e-6 * plain[i].Coulombs);
            Assert.AreEqual(plain[i].Coulombs, turned[i].Coulombs, 0);
            Assert.AreEqual(!plain[i].IsCharge, turned[i].IsCharge);
        }
    }, iter: 50);

    /// <summary>More rows of the same lines change no charge beyond what coarse rows of a hold leave open; a run twice in a row has twice the charge.</summary>
    [TestMethod]
    public void Find_ResampledOrRepeated_KeepsTheCharge() => Gen.Int[0, 1_000_000].Sample(seed =>
    {
        var rows = CycledRows.Random(seed, 200);
        var plain = HalfCycleFinder.Find(new(rows.Seconds, rows.Volts, rows.Amperes));
        var (seconds, volts, amperes) = CycledRows.Denser(rows);
        var denser = HalfCycleFinder.Find(new(seconds, volts, amperes));
        Assert.HasCount(plain.Count, denser);
        var end = rows.Seconds[^1];
        var twice = HalfCycleFinder.Find(new([.. rows.Seconds, .. rows.Seconds.Select(t => t + end)], [.. rows.Volts, .. rows.Volts], [.. rows.Amperes, .. rows.Amperes]));
        Assert.AreEqual(2 * plain.Sum(h => h.Coulombs), twice.Sum(h => h.Coulombs), 1e-9 * twice.Sum(h => h.Coulombs));
        for (var i = 0; i < plain.Count; i++)
        {
            Assert.AreEqual(plain[i].Coulombs, denser[i].Coulombs, 1e-9 * plain[i].Coulombs + plain[i].SamplingUncertaintyCoulombs);
        }
    }, iter: 50);

    /// <summary>A hold in rows half a time constant apart: the trapezoid reads too much, and the uncertainty says so.</summary>
    [TestMethod]
    public void Find_CoarseHold_SaysWhatItsRowsLeaveOpen()
    {
        double[] seconds = [0, 1000, 2000, .. Enumerable.Range(1, 6).Select(i => 2000 + 50.0 * i)], amperes = [1, 1, 1, .. Enumerable.Range(1, 6).Select(i => Math.Exp(-0.5 * i))];
        var half = HalfCycleFinder.Find(new(seconds, [3, 3.5, 4, 4, 4, 4, 4, 4, 4], amperes)).Single();
        var error = half.Coulombs - (2000 + 100 * (1 - Math.Exp(-3)));
        Assert.AreEqual(2.0, error, 0.1);
        Assert.IsGreaterThan(error, half.SamplingUncertaintyCoulombs);
    }
}
