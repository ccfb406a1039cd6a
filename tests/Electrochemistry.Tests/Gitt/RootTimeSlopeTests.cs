using CoinRig.Electrochemistry.Gitt;
using CoinRig.Electrochemistry.Numerics;
using CoinRig.Electrochemistry.Traces;
using CsCheck;
using MathNet.Numerics;

namespace CoinRig.Electrochemistry.Tests.Gitt;

/// <summary>The quick forms give what the plain ones give.</summary>
[TestClass]
public sealed class RootTimeSlopeTests
{
    [TestMethod]
    public void AnyRows_SlopeIsThatOfCoMoments() => Gen.Select(Gen.Int[3, 70], Gen.Double[0, 1e5], Gen.Double[-1e-2, 1e-2], Gen.Int[0, 1000]).Sample((count, zero, slope, seed) =>
    {
        var random = new Random(seed);
        double[] seconds = [.. Enumerable.Range(1, count).Select(i => zero + i + random.NextDouble())], volts = [.. seconds.Select(t => 3.7 + slope * Math.Sqrt(t - zero) + 1e-4 * random.NextDouble())];
        var line = new CoMoments();
        for (var i = 0; i < count; i++)
        {
            line.Add(Math.Sqrt(seconds[i] - zero), volts[i]);
        }
        Assert.AreEqual(line.Slope, RootTimeSlope.Of(new Trace(seconds, volts, new double[count]), zero), 1e-10);
    });

    [TestMethod]
    public void SphereAtShortTimes_IsItsClosedForm() => Gen.Double[-4, Math.Log10(0.05)].Sample(exponent =>
    {
        var theta = Math.Pow(10, exponent);
        var closed = Math.Exp(theta) * SpecialFunctions.Erf(Math.Sqrt(theta)) + double.ExpM1(theta);
        Assert.AreEqual(closed, ConstantFlux.Sphere.Surface(theta), 1e-9 * closed);
    });
}
