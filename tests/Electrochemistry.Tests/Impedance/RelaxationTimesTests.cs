using CoinRig.Electrochemistry.Impedance;
using CoinRig.Electrochemistry.Impedance.Circuits;
using CoinRig.Electrochemistry.Impedance.Fitting;
using CoinRig.Electrochemistry.Impedance.RelaxationTimes;

namespace CoinRig.Electrochemistry.Tests.Impedance;

/// <summary>Distributions of relaxation times against the exact one of a ZARC (golden number 31) and the reference page's example.</summary>
[TestClass]
public sealed class RelaxationTimesTests
{
    static readonly Circuit TwoArcs = Circuit.Parse("R0-p(R1,CPE1)-p(R2,CPE2)");
    static readonly double[] Values = SyntheticSpectrum.GoldenValues[..7];

    static readonly Spectrum Zarc = SyntheticSpectrum.Of(Circuit.Parse("R0-p(R1,CPE1)"), [8, 60, 3e-3, 0.75], SyntheticSpectrum.Hertz(1e4, 1e-4, 81), 0, 1);

    [TestMethod]
    public void Exact_Zarc_IsGolden()
    {
        var arc = ExactZarc();
        Assert.AreEqual(11.491903, arc.DistributionOhms(arc.Seconds.Value * Math.E), 1e-5);
    }

    [TestMethod]
    public void Distribution_OfExactZarc_IsTheExactOne()
    {
        var arc = ExactZarc();
        var found = RelaxationDistribution.Of(Zarc, new() { Lambda = 1e-4 });
        for (var k = 0; k < found.Seconds.Count; k++)
        {
            if (Math.Abs(Math.Log10(found.Seconds[k] / arc.Seconds.Value)) < 1.5)
            {
                Assert.AreEqual(arc.DistributionOhms(found.Seconds[k]), found.Ohms[k], 0.4, $"tau {found.Seconds[k]}");
            }
        }
        Assert.AreEqual(60, found.PolarizationOhms, 0.3);
    }

    /// <summary>The page: R1 26.8 (25), R2 58.4 (60), peaks at 1.6e-4 and 0.10 s (exact 1.77e-4, 0.1016). A ripple between the two takes some of R2.</summary>
    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    [DataRow(4)]
    public void Distribution_TwoArcsWithNoise_HasTheirPeaks(int seed)
    {
        var found = RelaxationDistribution.Of(SyntheticSpectrum.Of(TwoArcs, Values, SyntheticSpectrum.Hertz(1e3, 1e-3, 60), 0.003, seed));
        var (fast, slow) = (found.Peaks[0], found.Peaks.MaxBy(p => p.Resistance.Value)!);
        Assert.AreEqual(Math.Log10(1.77e-4), Math.Log10(fast.Seconds), 0.1);
        Assert.AreEqual(Math.Log10(0.1016), Math.Log10(slow.Seconds), 0.15);
        Assert.AreEqual(25, fast.Resistance.Value, 3.5);
        Assert.AreEqual(85, found.PolarizationOhms, 3);
        Assert.IsTrue(fast.IsAtEdge, "1.77e-4 s is 0.05 decades from 1/(2 pi 1 kHz)");
        Assert.IsFalse(slow.IsAtEdge);
    }

    [TestMethod]
    public void Distribution_DiffusionTail_IsSubtractedFirst()
    {
        var spectrum = SyntheticSpectrum.OfGolden(0.003, 1);
        var found = RelaxationDistribution.Of(spectrum, tail: CircuitFit.Of(SyntheticSpectrum.Golden, spectrum).Tail);
        Assert.AreEqual(85, found.PolarizationOhms, 4);
        Assert.IsGreaterThan(150, RelaxationDistribution.Of(spectrum).PolarizationOhms, "without that the tail is taken for an arc");
    }

    [TestMethod]
    public void Distribution_ScaledSpectrum_ScalesWithIt()
    {
        var spectrum = SyntheticSpectrum.Of(TwoArcs, Values, SyntheticSpectrum.Hertz(1e3, 1e-3, 60), 0.003, 1);
        var (found, scaled) = (RelaxationDistribution.Of(spectrum), RelaxationDistribution.Of(new(spectrum.Hertz, [.. spectrum.Ohms.Select(z => z * 1024)])));
        Assert.AreEqual(found.Lambda, scaled.Lambda);
        for (var k = 0; k < found.Ohms.Count; k++)
        {
            Assert.AreEqual(1024 * found.Ohms[k], scaled.Ohms[k], 1e-6 * 1024 * found.Ohms.Max());
        }
    }

    static Arc ExactZarc() => CircuitFit.Of(Circuit.Parse("R0-p(R1,CPE1)"), Zarc).Arcs[0];
}
