using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Tests.Data;
using CoinRig.Electrochemistry.Voltammetry;

namespace CoinRig.Electrochemistry.Tests.Voltammetry;

/// <summary>The exact reversible waves at six rates, from the file to D.</summary>
[TestClass]
public sealed class SyntheticVoltammogramTests
{
    [TestMethod]
    [DataRow("cv_reversible_solution.csv", 0.2)]
    [DataRow("cv_reversible_slow_oxidation.csv", 3.75)]
    public void EveryRate_SeparationMidpointAndRatio_AreExact(string file, double standardVolts)
    {
        foreach (var (rate, wave) in RecordedVoltammogram.Reversible(file))
        {
            var voltammogram = VoltammetryAnalysis.Of(wave.Trace);
            Assert.HasCount(2, voltammogram.Sweeps);
            Assert.AreEqual(rate, voltammogram.Sweeps[0].Sweep.Rate.Value, 1e-6 * rate);
            var pair = voltammogram.Pairs.Single();
            Assert.AreEqual(0.057418, pair.Separation.Value, 2e-5);
            Assert.AreEqual(standardVolts, pair.Midpoint.Value, 2.4e-4);
            Assert.DoesNotContain(Flag.NotReversible, pair.Flags);
            Assert.IsNull(pair.Psi);
            // The decay behind the forward peak is the baseline of the way back; with it both heights are the same.
            Assert.AreEqual(BaselineKind.ForwardDecay, pair.Reverse.Baseline);
            Assert.AreEqual(1, pair.HeightRatio!.Value.Value, 1e-3);
            Assert.AreEqual(0.0565, pair.Forward.HalfPeakWidth!.Value.Value, 2e-4);
            Assert.AreEqual(pair.Forward.Current.Value, pair.Forward.Height!.Value.Value, 1e-4 * Math.Abs(pair.Forward.Current.Value));
            Assert.IsTrue(pair.Forward.Flags.IsValid() && pair.Reverse.Flags.IsValid());
        }
    }

    [TestMethod]
    [DataRow("cv_reversible_solution.csv", 0.07e-4, 1.0, 5.94672e-5, 1e-9)]
    [DataRow("cv_reversible_slow_oxidation.csv", 0.8e-4, 2e4, 1.922270e-2, 2e-15)]
    public void ScanRates_GiveDWithoutAnyFlagOfTheLine(string file, double area, double concentration, double slope, double diffusion)
    {
        var voltammograms = RecordedVoltammogram.Reversible(file).Select(w => VoltammetryAnalysis.Of(w.Wave.Trace, new() { SeriesOhms = new(0, 0) })).ToList();
        var studies = ScanRateStudy.Of(voltammograms, new() { AreaSquareMeters = new(area, 0.02 * area), ConcentrationMolesPerCubicMeter = new(concentration, 0.01 * concentration) });
        var forward = studies.Single(s => s.CountedFrom == BaselineKind.None);
        Assert.AreEqual(slope, Math.Abs(forward.PeakLine.Slope.Value), 1e-5 * slope);
        Assert.AreEqual(0.5, forward.Exponent.Value, 1e-5);
        Assert.AreEqual(diffusion, forward.ApparentDiffusion!.Value.Value, 1e-4 * diffusion);
        Assert.AreEqual(2 * Math.Sqrt(0.02 * 0.02 + 0.01 * 0.01), forward.ApparentDiffusion!.Value.Relative, 1e-4);
        Assert.AreEqual(0, forward.Separation!.LinearShareOfArea(voltammograms[0].Sweeps[0].Sweep.Rate.Value), 1e-5);
        foreach (var study in studies)
        {
            Assert.IsEmpty(study.Flags.Where(f => f != Flag.FewScanRates));
            // The way back is counted from the decay, which is known to a thousandth.
            Assert.AreEqual(diffusion, study.ApparentDiffusion!.Value.Value, 2e-3 * diffusion);
        }
    }

    /// <summary>Two peaks a sweep, 300 mV apart, each a wave of its own.</summary>
    [TestMethod]
    public void TwoWaves_OneAfterTheOther_AreTwoPeaks()
    {
        var (_, wave) = RecordedVoltammogram.Reversible("cv_reversible_solution.csv").First(w => w.Rate == 0.1);
        const int shift = 200;
        var amperes = wave.Amperes.Select((a, i) => a + (i is >= shift and <= 800 ? 0.5 * wave.Amperes[i - shift] : 0)).ToArray();
        var sweep = VoltammetryAnalysis.Of(new(wave.Seconds, wave.Volts, amperes)).Sweeps[0];
        Assert.HasCount(2, sweep.Peaks);
        Assert.AreEqual(0.1715, sweep.Peaks[0].Potential.Value, 2e-3);
        Assert.AreEqual(0.1715 - 1e-3 * shift, sweep.Peaks[1].Potential.Value, 10e-3);
    }
}
