using CoinRig.Electrochemistry.Gitt;
using CoinRig.Electrochemistry.Numerics;

namespace CoinRig.Electrochemistry.Tests.Gitt;

/// <summary>
/// Changes of one or two per cent over the pulse, where third-order terms are nothing: what is left must be far below what was corrected.
/// Pulses of a particle whose D and equilibrium slope change with composition; the answer is D at the pulse's mean composition.
/// </summary>
[TestClass]
public sealed class CurvatureTests
{
    [TestMethod]
    [DataRow(3, 0.02, 0.012, 0.01, DisplayName = "sphere, slope and D change")]
    [DataRow(3, 0.02, -0.02, 0, DisplayName = "sphere, slope changes")]
    [DataRow(3, 0.08, 0, 0.02, DisplayName = "sphere, D changes")]
    [DataRow(3, 0.3, 0.012, -0.012, DisplayName = "sphere, long pulse")]
    [DataRow(1, 0.02, 0.012, 0.01, DisplayName = "slab, slope and D change")]
    [DataRow(1, 0.1, -0.012, 0.015, DisplayName = "slab, longer")]
    public void PulseFit_WithCurvature_FindsDOfTheMean(int dimensions, double theta, double slopeChange, double diffusionChange)
    {
        var shape = dimensions == 3 ? ConstantFlux.Sphere : ConstantFlux.Slab;
        const double change = 0.01, rootVolts = -0.5;
        var b = diffusionChange / change;
        // U = U' (y + bend y^2/2): the slope over the pulse changes by slopeChange.
        var bend = slopeChange / change / (1 - 0.5 * slopeChange);
        double Volts(double y) => rootVolts * (y + 0.5 * bend * y * y);
        var particle = new NonlinearParticle(dimensions, b);
        var rateOfMean = Math.Exp(b * change / 2);
        var seconds = theta / rateOfMean;
        var blocks = new LogBlocks();
        var (t, h) = (0.0, seconds * 1e-6);
        // The particle's own unit of time is R^2/D(0); the fit is given times that make the pulse 600 long.
        while (t < seconds * (1 - 1e-9))
        {
            h = Math.Min(Math.Max(h, t * 0.01), Math.Min(seconds / 400, seconds - t));
            t += h;
            blocks.Add(t / seconds * 600, Volts(particle.Step(h, change / seconds)));
        }
        var fitted = blocks.Between(1, 600);
        var truth = rateOfMean * seconds / 600;
        var plain = PulseFit.Fit(shape, fitted, Volts(change), 600)!;
        var bent = PulseFit.Fit(shape, fitted, Volts(change), 600, new(slopeChange, diffusionChange))!;
        Assert.AreEqual(1, bent.RatePerSecond / truth, 0.004, $"without the correction {plain.RatePerSecond / truth}");
        Assert.IsTrue(Math.Abs(plain.RatePerSecond / truth - 1) > 5 * Math.Abs(bent.RatePerSecond / truth - 1), $"{plain.RatePerSecond / truth} {bent.RatePerSecond / truth}");
    }

    [TestMethod]
    public void PulseFit_NoCurvature_IsThePlainFit()
    {
        Block[] blocks = [.. Enumerable.Range(0, 60).Select(i => Math.Pow(10, i * 2.77 / 59)).Select(t => new Block(t, 3.7 + 0.01 / (3 * 3e-5 * 600) * ConstantFlux.Sphere.Surface(3e-5 * t), 1))];
        Assert.AreEqual(3e-5, PulseFit.Fit(ConstantFlux.Sphere, blocks, 0.01, 600)!.RatePerSecond, 1e-10);
        Assert.AreEqual(3e-5, PulseFit.Fit(ConstantFlux.Sphere, blocks, 0.01, 600, new(0, 0))!.RatePerSecond, 1e-10);
    }
}
