using System.Numerics;
using CoinRig.Electrochemistry.Impedance;
using CoinRig.Electrochemistry.Impedance.Circuits;
using CoinRig.Electrochemistry.Impedance.Diffusion;
using CoinRig.Electrochemistry.Impedance.Fitting;
using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Tests.Impedance;

/// <summary>Impedance of half cells (golden numbers 34 and 35 of the reference page) and D from it.</summary>
[TestClass]
public sealed class WarburgDiffusionTests
{
    [TestMethod]
    [DataRow(true, 100.0, 10.238178, -0.44399748)]
    [DataRow(true, 1.0, 11.813101, -1.6382396)]
    [DataRow(true, 0.001, 60.161290, -62.405878)]
    [DataRow(false, 100.0, 110.61213, -5.6638646)]
    [DataRow(false, 1.0, 128.38085, -3.1353351)]
    [DataRow(false, 0.001, 204.29384, -94.307101)]
    public void Impedance_OfHalfCell_IsGolden(bool isCoated, double hertz, double re, double im)
    {
        var z = (isCoated ? HalfCellSpectrum.Coated : HalfCellSpectrum.Pristine).Impedance(hertz);
        Assert.IsLessThan(1e-6 * z.Magnitude, (z - new Complex(re, im)).Magnitude, z.ToString());
    }

    [TestMethod]
    public void Diffusion_WhereSpheresLookUnlimited_IsRecovered()
    {
        var result = Diffusion(0.1, new(HalfCellSpectrum.Radius / 3, 0.01e-6));
        Assert.AreEqual("diffusion_coefficient", result.Name);
        Assert.AreEqual(HalfCellSpectrum.Coated.Diffusion, result.Value.Value, 0.08 * HalfCellSpectrum.Coated.Diffusion);
        Assert.IsTrue(result.IsValid, string.Join(", ", result.Flags.Names()));
        Assert.AreEqual(2 * 0.01 / (1.75 / 3), result.Budget.Single(b => b.Input == "length").Uncertainty / result.Value.Value, 1e-9);
    }

    [TestMethod]
    public void Diffusion_ToOneMillihertz_IsNotSemiInfinite() => CollectionAssert.Contains(Diffusion(1e-3, new(HalfCellSpectrum.Radius / 3, 0)).Flags.ToArray(), Flag.NotSemiInfinite);

    [TestMethod]
    public void Diffusion_WithoutLength_IsARate()
    {
        var result = Diffusion(0.1, null);
        Assert.AreEqual("d_over_l2", result.Name);
        Assert.AreEqual("1/s", result.Unit);
        Assert.AreEqual(Diffusion(0.1, new(1e-6, 0)).Value.Value, result.Value.Value * 1e-12, 1e-9 * 1e-12 * result.Value.Value);
    }

    static Result Diffusion(double lowHertz, Estimate? length)
    {
        var spectrum = SyntheticSpectrum.Of(HalfCellSpectrum.Coated.Impedance, SyntheticSpectrum.Hertz(1e4, lowHertz, 60), 0.001, 1);
        var fit = CircuitFit.Of(Circuit.Parse("R0-p(R1-W1,C1)"), spectrum);
        return WarburgDiffusion.Of(fit, new(new(HalfCellSpectrum.Slope, 0.01), new(HalfCellSpectrum.Coated.Coulombs, 0.005), length), Instrument.Unknown).Single();
    }
}
