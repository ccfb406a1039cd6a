using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Voltammetry;

namespace CoinRig.Electrochemistry.Tests.Voltammetry;

/// <summary>Peaks of made-up sweeps, where the answer is known.</summary>
[TestClass]
public sealed class PeakSearchTests
{
    [TestMethod]
    public void Find_BellOnALine_SubtractsTheLine()
    {
        var (volts, amperes) = Sweep(v => 1e-3 * Math.Exp(-Math.Pow((v - 3.8) / 0.05, 2)) + 2e-5 + 1e-4 * (v - 3.4), 0);
        var peak = PeakSearch.Find(volts, amperes)!;
        Assert.AreEqual(3.8, peak.Potential.Value, 2e-4);
        Assert.AreEqual(1.06e-3, peak.Current.Value, 1e-5);
        Assert.AreEqual(1e-3, peak.Height!.Value.Value, 1e-5);
        Assert.AreEqual(6e-5, peak.BaselineAmperes!.Value, 1e-6);
        Assert.IsTrue(peak.Flags.IsValid());
    }

    /// <summary>The first sweep of a cell begins at open circuit, on the flank; the second lower, with a foot. The current at the peak is the same.</summary>
    [TestMethod]
    public void Find_WithAndWithoutFoot_GivesTheSameCurrent()
    {
        static double Wave(double v) => 1e-3 * Math.Exp(-Math.Pow((v - 3.8) / 0.05, 2)) + 6e-5;
        var (volts, amperes) = Sweep(Wave, 0);
        var whole = PeakSearch.Find(volts, amperes)!;
        var cut = PeakSearch.Find(volts.AsSpan(345), amperes.AsSpan(345))!;
        Assert.AreEqual(whole.Current.Value, cut.Current.Value, 1e-7);
        Assert.IsNull(cut.Height);
        Assert.IsNull(cut.BaselineAmperes);
        CollectionAssert.Contains(cut.Flags.ToList(), Flag.NoBaseline);
        Assert.IsNotNull(whole.Height);
        CollectionAssert.DoesNotContain(whole.Flags.ToList(), Flag.NoBaseline);
    }

    /// <summary>A foot that bends leaves open which line is the baseline; the height must say so.</summary>
    [TestMethod]
    public void Find_BentFoot_MakesTheHeightUncertain()
    {
        var (volts, amperes) = Sweep(v => 1e-3 * Math.Exp(-Math.Pow((v - 3.8) / 0.05, 2)) + 4e-5 * Math.Pow(Math.Min(0, v - 3.65) / 0.25, 2), 0);
        var peak = PeakSearch.Find(volts, amperes)!;
        Assert.IsGreaterThan(5e-6, peak.Height!.Value.Uncertainty);
        Assert.IsLessThan(1e-6, peak.Current.Uncertainty);
    }

    [TestMethod]
    public void Find_WithNoise_IsCoveredByItsUncertainty()
    {
        var (volts, amperes) = Sweep(v => 1e-3 * Math.Exp(-Math.Pow((v - 3.8) / 0.05, 2)), 3e-6);
        var peak = PeakSearch.Find(volts, amperes)!;
        Assert.AreEqual(3.8, peak.Potential.Value, 4 * peak.Potential.Uncertainty + 1e-4);
        Assert.IsTrue(peak.Potential.Uncertainty < 3e-3);
    }

    [TestMethod]
    public void Find_NoiseAlone_FindsNothing()
    {
        var (volts, amperes) = Sweep(_ => 0, 1e-6);
        Assert.IsNull(PeakSearch.Find(volts, amperes));
    }

    [TestMethod]
    public void Find_RisingToTheEnd_IsALimit()
    {
        var (volts, amperes) = Sweep(v => 1e-3 * (v - 3.3), 0);
        Assert.Contains(Flag.PeakAtLimit, PeakSearch.Find(volts, amperes)!.Flags);
    }

    [TestMethod]
    public void Find_TooFewPoints_FindsNothing() => Assert.IsNull(PeakSearch.Find([3.0, 3.1, 3.2], [0, 1, 0]));

    static (double[] Volts, double[] Amperes) Sweep(Func<double, double> current, double noise)
    {
        var chance = new Random(7);
        var volts = Enumerable.Range(0, 801).Select(i => 3.4 + i * 1e-3).ToArray();
        return (volts, [.. volts.Select(v => current(v) + noise * Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble()))]);
    }
}
