using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Voltammetry;

namespace CoinRig.Electrochemistry.Tests.Voltammetry;

/// <summary>What resistance, double layer and few rates do to a study over scan rates.</summary>
[TestClass]
public sealed class ScanRateStudyTests
{
    static readonly double[] Rates = [1e-4, 2e-4, 4e-4, 6e-4, 8e-4, 1e-3];

    static readonly ScanRateOptions Known = new() { AreaSquareMeters = new(MadeUpWave.Area, 0), ConcentrationMolesPerCubicMeter = new(MadeUpWave.Concentration, 0) };

    /// <summary>The foot carries the current of the double layer; the height above it is that of diffusion alone.</summary>
    [TestMethod]
    public void DoubleLayer_IsTakenOffWithTheFoot()
    {
        var study = Anodic(Rates, rate => MadeUpWave.Analyze(rate, farads: 0.05));
        Assert.AreEqual(BaselineKind.Foot, study.CountedFrom);
        Assert.AreEqual(MadeUpWave.Diffusion, study.ApparentDiffusion!.Value.Value, 2e-3 * MadeUpWave.Diffusion);
        Assert.DoesNotContain(Flag.InterceptNotZero, study.Flags);
        var share = study.Separation!.LinearShareAt(MadeUpWave.StandardVolts, 1e-3);
        var current = ReversibleWave.Current(-15.57, 15.57, 15.57) * Constants.Faraday * MadeUpWave.Area * MadeUpWave.Concentration * Math.Sqrt(MadeUpWave.Diffusion * 1e-3 / 0.025692579);
        Assert.AreEqual(0.05e-3 / (0.05e-3 + current), share.Value, 3e-3);
    }

    [TestMethod]
    public void Offset_OfTheCurrent_IsInTheInterceptOnly()
    {
        var study = Anodic(Rates, rate =>
        {
            var (seconds, volts, amperes) = MadeUpWave.Of(rate);
            // A steady current of a side reaction that begins behind the foot, so that no baseline takes it off.
            return VoltammetryAnalysis.Of(new(seconds, volts, [.. amperes.Select((a, i) => a + 2e-5 / (1 + Math.Exp(-(volts[i] - 3.70) / 0.005)))]));
        });
        Assert.Contains(Flag.InterceptNotZero, study.Flags);
        Assert.AreEqual(2e-5, study.PeakLine.Intercept.Value, 2e-6);
        Assert.AreEqual(MadeUpWave.Diffusion, study.ApparentDiffusion!.Value.Value, 0.01 * MadeUpWave.Diffusion);
        Assert.IsFalse(study.Results().Single(r => r.Name == "diffusion_coefficient_apparent").IsValid);
    }

    [TestMethod]
    public void Resistance_Given_TakesTheSeparationBackToTheReversibleOne()
    {
        const double ohms = 30;
        var plain = MadeUpWave.Analyze(1e-3, ohms).Pairs.Single();
        Assert.Contains(Flag.NotReversible, plain.Flags);
        Assert.Contains(Flag.ResistanceNotCorrected, plain.Flags);
        var corrected = MadeUpWave.Analyze(1e-3, ohms, options: new() { SeriesOhms = new(ohms, 1) }).Pairs.Single();
        Assert.AreEqual(0.05742, corrected.CorrectedSeparation.Value, 5e-4);
        Assert.AreEqual(plain.Separation, corrected.Separation);
        Assert.IsGreaterThan(1e-3, corrected.CorrectedSeparation.Uncertainty);
        Assert.IsEmpty(corrected.Flags);
        Assert.Contains(Flag.KineticsLimited, Anodic(Rates, rate => MadeUpWave.Analyze(rate, ohms)).Flags);
        Assert.DoesNotContain(Flag.KineticsLimited, Anodic(Rates, rate => MadeUpWave.Analyze(rate, ohms, options: new() { SeriesOhms = new(ohms, 0.1) })).Flags);
    }

    [TestMethod]
    public void Length_ShorterThanTheDepthOfThePeak_IsNotSemiInfinite()
    {
        // sqrt(D RT/(F v)) at the slowest rate is 0.72 um.
        Assert.DoesNotContain(Flag.NotSemiInfinite, Anodic(Rates, rate => MadeUpWave.Analyze(rate), Known with { LengthMeters = 10e-6 }).Flags);
        var study = Anodic(Rates, rate => MadeUpWave.Analyze(rate), Known with { LengthMeters = 1e-6 });
        Assert.Contains(Flag.NotSemiInfinite, study.Flags);
        Assert.AreEqual(1.067 * 0.7169, study.LargestDepth!.Value, 0.002);
    }

    [TestMethod]
    public void ThreeRates_AreFew_TwoAreNoStudy()
    {
        Assert.Contains(Flag.FewScanRates, Anodic([1e-4, 2e-4, 4e-4], rate => MadeUpWave.Analyze(rate)).Flags);
        Assert.IsEmpty(ScanRateStudy.Of([MadeUpWave.Analyze(1e-4), MadeUpWave.Analyze(2e-4)], Known));
        Assert.IsEmpty(ScanRateStudy.Of([]));
    }

    [TestMethod]
    public void Results_HaveBudgetsThatAddUp_AndNamesOfTheTable()
    {
        var results = Anodic(Rates, rate => MadeUpWave.Analyze(rate, noiseAmperes: 1e-6, options: new() { Instrument = new() { CurrentGainRelative = 1e-3, VoltageGainRelative = 1e-4 } })).Results();
        var diffusion = results.Single(r => r.Name == "diffusion_coefficient_apparent");
        Assert.AreEqual("m2/s", diffusion.Unit);
        Assert.AreEqual(diffusion.Value.Uncertainty, Math.Sqrt(diffusion.Budget.Sum(b => b.Uncertainty * b.Uncertainty)), 1e-9 * diffusion.Value.Uncertainty);
        Assert.AreEqual(2e-3, diffusion.Budget.Single(b => b.Input == "current_gain").Uncertainty / diffusion.Value.Value, 1e-9);
        Assert.AreEqual(6, results.Count(r => r.Name == "linear_current_share"));
    }

    static RateStudy Anodic(double[] rates, Func<double, Voltammogram> of, ScanRateOptions? options = null) => ScanRateStudy.Of([.. rates.Select(of)], options ?? Known).Single(s => s.IsAnodic);
}
