using CoinRig.Electrochemistry.Gitt;
using CoinRig.Electrochemistry.Numerics;

namespace CoinRig.Electrochemistry.Tests.Gitt;

/// <summary>Rests of a sphere after a pulse (dEs = 5 mV), with 1 uV of noise.</summary>
[TestClass]
public sealed class RestExtrapolationTests
{
    const double Rate = 1.3e-4, Tau = 600, Step = 5e-3, Noise = 1e-6;

    [TestMethod]
    public void Estimate_LongRest_HasSettled()
    {
        var found = Rest(14400);
        Assert.AreEqual(EquilibriumKind.Settled, found.Kind);
        Assert.AreEqual(3.7 + Step, found.Volts, 5e-6);
        Assert.IsTrue(found.IsReachedFor(Step));
    }

    [TestMethod]
    public void Estimate_MediumRest_IsExtrapolatedWithinItsUncertainty()
    {
        var found = Rest(1000);
        Assert.AreEqual(EquilibriumKind.Extrapolated, found.Kind);
        Assert.AreEqual(3.7 + Step, found.Volts, 2 * found.Uncertainty);
        Assert.IsTrue(Math.Abs(found.Volts - 3.7 - Step) < 0.3 * Math.Abs(found.LastVolts - 3.7 - Step));
        Assert.IsFalse(found.IsReachedFor(Step));
    }

    [TestMethod]
    public void Estimate_ShortRest_IsNotReached() => Assert.IsFalse(Rest(120).IsReachedFor(Step));

    [TestMethod]
    public void Estimate_NoReadings_FallsBack()
    {
        var found = RestExtrapolation.Estimate(new(240, 1), Noise, 3.71);
        Assert.AreEqual(3.71, found.Volts);
        Assert.AreEqual(EquilibriumKind.Unsettled, found.Kind);
    }

    [TestMethod]
    public void NoiseEstimate_DriftAndNoise_SeesTheNoiseOnly()
    {
        var noise = new NoiseEstimate();
        var chance = new Random(5);
        for (var i = 0; i < 400; i++)
        {
            noise.Add(1e-4 * i + 1e-5 * Normal(chance));
        }
        Assert.AreEqual(1e-5, noise.StandardDeviation, 2.5e-6);
    }

    static Equilibrium Rest(double seconds)
    {
        var chance = new Random(3);
        var blocks = new EqualBlocks(240, 0.5);
        for (var t = 0.1; t < seconds; t += Math.Clamp(t / 20, 0.1, 10))
        {
            var surface = ConstantFlux.Sphere.Surface(Rate * (Tau + t)) - ConstantFlux.Sphere.Surface(Rate * t);
            blocks.Add(t, 3.7 + Step / (3 * Rate * Tau) * surface + Noise * Normal(chance));
        }
        return RestExtrapolation.Estimate(blocks, Noise, double.NaN);
    }

    static double Normal(Random chance) => Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
}
