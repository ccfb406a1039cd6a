using System.Numerics;
using CoinRig.Electrochemistry.Impedance;
using CoinRig.Electrochemistry.Impedance.KramersKronig;

namespace CoinRig.Electrochemistry.Tests.Impedance;

/// <summary>Golden numbers 32 and 33 of the reference page, its example with and without a series capacitance, and a drifting cell.</summary>
[TestClass]
public sealed class KramersKronigTests
{
    static readonly double[] Hertz = SyntheticSpectrum.Hertz(1e3, 1e-3, 61);

    [TestMethod]
    [DataRow(5, 0.97919661, 10.607329, 1e-6)]
    [DataRow(10, 0.79899838, 10.081945, 1e-5)]
    [DataRow(15, 0.90512723, 10.007712, 1e-5)]
    [DataRow(20, 0.81663138, 10.000100, 1e-5)]
    public void Test_TwoRcElements_IsGolden(int elements, double mu, double ohms, double relative)
    {
        static Complex Law(double f) => 10 + 20 / new Complex(1, 2 * Math.PI * f * 20e-3) + 30 / new Complex(1, 2 * Math.PI * f * 3);
        var test = KramersKronigTest.Of(SyntheticSpectrum.Of(Law, SyntheticSpectrum.Hertz(1e3, 1e-2, 51), 0, 1), new() { Elements = elements, HasInductance = false, HasCapacitance = false });
        Assert.AreEqual(mu, test.Mu, relative * mu);
        Assert.AreEqual(ohms, test.SeriesOhms, relative * ohms);
    }

    [TestMethod]
    public void Test_DiffusionTail_NeedsTheSeriesCapacitance()
    {
        var spectrum = SyntheticSpectrum.Of(SyntheticSpectrum.Golden, SyntheticSpectrum.GoldenValues, Hertz, 0, 1);
        var (without, with) = (KramersKronigTest.Of(spectrum, new() { HasCapacitance = false }), KramersKronigTest.Of(spectrum));
        Assert.AreEqual(15, without.Elements);
        Assert.AreEqual(0.0082, without.Rms, 0.0001);
        Assert.AreEqual(0.064, without.Largest, 0.001);
        Assert.AreEqual(23, with.Elements);
        Assert.AreEqual(0.00034, with.Rms, 0.00001);
        Assert.AreEqual(0.0021, with.Largest, 0.0001);
        Assert.IsTrue(with.IsStationary);
    }

    /// <summary>R2 drifts by 30 % during the sweep: told from noise in all of 50 seeds, and in none where it does not.</summary>
    [TestMethod]
    [DataRow(0.001)]
    [DataRow(0.003)]
    public void Test_Drift_IsToldFromNoise(double noise)
    {
        for (var seed = 1; seed <= 50; seed++)
        {
            Assert.IsTrue(KramersKronigTest.Of(Drifting(0, noise, seed)).IsStationary, $"seed {seed}, no drift");
            Assert.IsFalse(KramersKronigTest.Of(Drifting(0.3, noise, seed)).IsStationary, $"seed {seed}, drift");
        }
    }

    [TestMethod]
    public void Test_NoiseOfTwoPercent_IsNoDrift()
    {
        var test = KramersKronigTest.Of(Drifting(0, 0.02, 1));
        Assert.IsTrue(test.IsStationary);
        Assert.IsGreaterThan(0.01, test.Largest);
    }

    [TestMethod]
    public void Test_OrderOfFrequencies_DoesNotMatter()
    {
        var spectrum = SyntheticSpectrum.OfGolden(0.003, 1);
        var test = KramersKronigTest.Of(spectrum);
        var reversed = KramersKronigTest.Of(new([.. spectrum.Hertz.Reverse()], [.. spectrum.Ohms.Reverse()]));
        CollectionAssert.AreEqual(test.Residuals.Reverse().ToArray(), reversed.Residuals.ToArray());
    }

    /// <summary>Spectra that others recorded: the cells stay as they are while they are measured.</summary>
    [TestMethod]
    public void Test_RecordedSpectra_AreJudged()
    {
        Assert.IsLessThan(0.01, KramersKronigTest.Of(MeasuredSpectra.LithiumIon).Rms);
        Assert.IsGreaterThan(0.01, KramersKronigTest.Of(MeasuredSpectra.BioLogic).Rms);
        Assert.IsGreaterThan(0.01, KramersKronigTest.Of(MeasuredSpectra.NoisyZarc).Rms);
    }

    static Spectrum Drifting(double share, double noise, int seed)
    {
        var place = Hertz.Select((f, i) => (f, i)).ToDictionary(p => p.f, p => p.i / (Hertz.Length - 1.0));
        return SyntheticSpectrum.Of(f =>
        {
            var values = SyntheticSpectrum.GoldenValues.ToArray();
            values[4] *= 1 + share * place[f];
            return SyntheticSpectrum.Golden.Impedance(f, values);
        }, Hertz, noise, seed);
    }
}
