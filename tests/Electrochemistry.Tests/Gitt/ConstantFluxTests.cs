using CoinRig.Electrochemistry.Gitt;
using CoinRig.Electrochemistry.Numerics;
using CsCheck;

namespace CoinRig.Electrochemistry.Tests.Gitt;

/// <summary>Golden numbers 1 to 6, 37 and 41 of the reference page: two independent ways each.</summary>
[TestClass]
public sealed class ConstantFluxTests
{
    [TestMethod]
    [DataRow(0.001, 0.035682482)]
    [DataRow(0.01, 0.11283792)]
    [DataRow(0.1, 0.35682625)]
    [DataRow(1, 1.3333229)]
    public void Slab_Surface_IsGolden(double theta, double golden) => Close(golden, ConstantFlux.Slab.Surface(theta), 1e-7);

    [TestMethod]
    [DataRow(0.001, 0.036706780)]
    [DataRow(0.01, 0.12364335)]
    [DataRow(0.02, 0.18192306)]
    [DataRow(0.1, 0.48676169)]
    [DataRow(1, 3.2000000)]
    public void Sphere_Surface_IsGolden(double theta, double golden) => Close(golden, ConstantFlux.Sphere.Surface(theta), 1e-7);

    [TestMethod]
    public void Sphere_Pulse_IsGolden()
    {
        const double d = 3.8e-16, radius = 1.75e-6;
        Close(0.021325163, -0.9 * -2.2e-5 * radius * radius / (3 * d) * ConstantFlux.Sphere.Surface(d * 600 / (radius * radius)), 1e-7);
    }

    [TestMethod]
    public void Sphere_ThetaOfRho_IsGolden() => Close(0.01, ConstantFlux.Sphere.ThetaOf(4.1214451), 1e-7);

    [TestMethod]
    public void Sphere_NaiveBias_IsGolden() => Close(0.83285340, 4 * 0.01 / Math.PI / Math.Pow(ConstantFlux.Sphere.Surface(0.01), 2), 1e-7);

    [TestMethod]
    public void Sphere_Superposition_IsGolden() => Close(0.36926816, ConstantFlux.Sphere.Surface(0.12) - ConstantFlux.Sphere.Surface(0.02), 1e-7);

    [TestMethod]
    public void SphereRoots_FirstThree_AreGolden()
    {
        var roots = SphereRoots.Of(3);
        Close(4.493409458, roots[0], 1e-9);
        Close(7.725251837, roots[1], 1e-9);
        Close(10.904121659, roots[2], 1e-9);
    }

    [TestMethod]
    public void Surface_WhereBranchesMeet_IsContinuous()
    {
        foreach (var shape in new[] { ConstantFlux.Sphere, ConstantFlux.Slab })
        {
            Close(shape.Surface(0.05), shape.Surface(0.05 + 1e-12), 1e-9);
            Close(shape.SurfaceSlope(0.05), shape.SurfaceSlope(0.05 + 1e-12), 1e-7);
        }
    }

    [TestMethod]
    public void SurfaceSlope_AnyTheta_IsTheDerivative() => Gen.Double[-6, 1].Sample(exponent =>
    {
        var theta = Math.Pow(10, exponent);
        foreach (var shape in new[] { ConstantFlux.Sphere, ConstantFlux.Slab })
        {
            var h = theta * 1e-5;
            Close((shape.Surface(theta + h) - shape.Surface(theta - h)) / (2 * h), shape.SurfaceSlope(theta), 1e-5);
        }
    });

    [TestMethod]
    public void ThetaOf_AnyTheta_InvertsSurfaceOverMean() => Gen.Double[-8, 0.5].Sample(exponent =>
    {
        var theta = Math.Pow(10, exponent);
        Close(theta, ConstantFlux.Sphere.ThetaOf(ConstantFlux.Sphere.SurfaceOverMean(theta)), 1e-6);
        Close(theta, ConstantFlux.Slab.ThetaOf(ConstantFlux.Slab.SurfaceOverMean(theta)), 1e-6);
    });

    [TestMethod]
    public void ThetaOf_RhoOfOneOrLess_IsNotANumber()
    {
        Assert.IsTrue(double.IsNaN(ConstantFlux.Sphere.ThetaOf(1)));
        Assert.IsTrue(double.IsNaN(ConstantFlux.Slab.ThetaOf(double.NaN)));
    }

    static void Close(double expected, double actual, double relative) => Assert.AreEqual(expected, actual, Math.Abs(expected) * relative);
}
