using CoinRig.Electrochemistry.DifferentialCapacity;
using CoinRig.Electrochemistry.HalfCycles;
using CoinRig.Electrochemistry.Numerics;
using CsCheck;

namespace CoinRig.Electrochemistry.Tests.DifferentialCapacity;

/// <summary>dQ/dV of curves whose derivative is known.</summary>
[TestClass]
public sealed class DifferentialAnalysisTests
{
    /// <summary>Golden number 38, and the others of the reference page's section 2.5.</summary>
    [TestMethod]
    public void SavitzkyGolay_Gains_AreGolden()
    {
        Assert.AreEqual(0.095346259, SavitzkyGolay.Gain(SavitzkyGolay.DerivativeWeights(11)), 1e-9);
        Assert.AreEqual(0.31623, SavitzkyGolay.Gain(SavitzkyGolay.DerivativeWeights(5)), 1e-5);
        Assert.AreEqual(0.036037, SavitzkyGolay.Gain(SavitzkyGolay.DerivativeWeights(21)), 1e-6);
        Assert.AreEqual(0.090821, SavitzkyGolay.Gain(SavitzkyGolay.CubicDerivativeWeights(21)), 1e-6);
        Assert.AreEqual(0.023815, SavitzkyGolay.Gain(SavitzkyGolay.CubicDerivativeWeights(51)), 1e-6);
        Assert.AreEqual(0.21011, SavitzkyGolay.Gain(SavitzkyGolay.SmoothingWeights(51)), 1e-5);
        Assert.AreEqual(SavitzkyGolay.Gain(SavitzkyGolay.CubicDerivativeWeights(21)), SavitzkyGolay.Gain(SavitzkyGolay.CubicDerivativeWeights(21), 0), 1e-12);
    }

    [TestMethod]
    public void Smoothed_StraightLine_HasItsSlopeEverywhere()
    {
        var rows = DischargeModel.Rows(q => 4 - 0.5 * q, 2000);
        var curve = DifferentialAnalysis.Smoothed(rows.Trace, rows.Half)!;
        foreach (var slope in curve.CoulombsPerVolt)
        {
            Assert.AreEqual(rows.Coulombs / 0.5, slope, 1e-6 * rows.Coulombs);
        }
    }

    [TestMethod]
    public void Binned_Plateau_TakesTheCharge_AndABinNotCrossedIsEmpty()
    {
        double[] seconds = [0, 1000, 1000.001, 2000], volts = [4.0, 4.0, 3.5, 3.499], amperes = [-1, -1, -1, -1];
        var trace = new Traces.Trace(seconds, volts, amperes);
        var half = HalfCycleFinder.Find(trace).Single();
        var curve = DifferentialAnalysis.Binned(trace, half, 0.01);
        Assert.AreEqual(1000 / 0.01, curve.CoulombsPerVolt[0], 1);
        Assert.AreEqual(1000 / 0.01, curve.CoulombsPerVolt.Where(double.IsFinite).TakeLast(2).Sum(), 1);
        var bins = new VoltageBins(0.01);
        bins.Begin(4.005);
        bins.Add(4.006, 1);
        bins.Begin(4.055);
        bins.Add(4.056, 1);
        Assert.AreEqual(4, bins.Curve(true, 0).CoulombsPerVolt.Count(double.IsNaN));
    }

    /// <summary>sqrt(2/1.5) sigma/dV for readings that are further apart than the noise.</summary>
    [TestMethod]
    public void Binned_Noise_IsTheFormulas()
    {
        const double sigma = 1e-4, bin = 5e-3;
        var random = new Random(7);
        var scatter = new List<double>();
        double stated = 0;
        for (var run = 0; run < 40; run++)
        {
            var rows = DischargeModel.Rows(q => 4 - q, 500, () => sigma * DischargeModel.Normal(random));
            var curve = DifferentialAnalysis.Binned(rows.Trace, rows.Half, bin);
            scatter.AddRange(curve.CoulombsPerVolt[5..^5].Select(c => c / rows.Coulombs - 1));
            stated = curve.Uncertainties[20] / curve.CoulombsPerVolt[20];
        }
        var deviation = Math.Sqrt(scatter.Average(s => s * s));
        Assert.AreEqual(Math.Sqrt(2 / 1.5) * sigma / bin, stated, 0.1 * stated);
        Assert.AreEqual(stated, deviation, 0.15 * stated);
    }

    /// <summary>A peak of a known bell: where it is, how high, how much charge.</summary>
    [TestMethod]
    public void Peaks_OfABell_AreWhereItIs()
    {
        var model = new BellModel(3.7, 0.035, 0.5, 0.4);
        var rows = DischargeModel.Rows(model.Volts, 5000);
        var peak = DifferentialPeaks.Of(DifferentialAnalysis.Smoothed(rows.Trace, rows.Half)!).Single();
        Assert.AreEqual(3.7, peak.Volts.Value, 2e-4);
        Assert.AreEqual(model.SlopeAt(3.7) * rows.Coulombs, peak.Height.Value, 0.01 * peak.Height.Value);
        Assert.AreEqual(0.5 / 0.9 * rows.Coulombs, peak.Area.Value, 0.03 * rows.Coulombs);
    }

    [TestMethod]
    public void Smoothed_ScaledTurnedResampled_ScalesTurnsStays() => Gen.Select(Gen.Double[0.1, 10], Gen.Int[800, 4000]).Sample((scale, count) =>
    {
        var model = new BellModel(3.7, 0.04, 0.5, 0.4);
        var plain = DischargeModel.Rows(model.Volts, 2000);
        var other = DischargeModel.Rows(model.Volts, count, scale: scale);
        var a = DifferentialPeaks.Of(DifferentialAnalysis.Smoothed(plain.Trace, plain.Half)!).Single();
        var b = DifferentialPeaks.Of(DifferentialAnalysis.Smoothed(other.Trace, other.Half)!).Single();
        Assert.AreEqual(a.Volts.Value, b.Volts.Value, 1e-4);
        Assert.AreEqual(scale * a.Height.Value, b.Height.Value, 2e-3 * b.Height.Value);
    }, iter: 20);

    /// <summary>A peak that wanders and one that fades are followed as two.</summary>
    [TestMethod]
    public void Follow_PeakThatWanders_IsOneTrack()
    {
        var curves = new List<DifferentialCurve>();
        for (var cycle = 1; cycle <= 20; cycle++)
        {
            var (moving, fading) = (new BellModel(3.6 + 0.01 * cycle, 0.02, 0.4, 0), new BellModel(4.0, 0.02, 0.4 - 0.01 * cycle, 0));
            var both = new BellPair(moving, fading, 0.2);
            var rows = DischargeModel.Rows(both.Volts, 2000);
            curves.Add(DifferentialAnalysis.Smoothed(rows.Trace, rows.Half)! with { Cycle = cycle });
        }
        var tracks = PeakTracks.Follow(curves);
        Assert.HasCount(2, tracks);
        Assert.HasCount(20, tracks[0].Peaks);
        Assert.AreEqual(3.61, tracks[0].Peaks[0].Peak.Volts.Value, 2e-3);
        Assert.AreEqual(3.80, tracks[0].Peaks[^1].Peak.Volts.Value, 2e-3);
    }
}
