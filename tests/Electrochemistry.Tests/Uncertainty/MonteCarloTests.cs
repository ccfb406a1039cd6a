using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Tests;

[TestClass]
public sealed class MonteCarloTests
{
    /// <summary>y = a b: the relative uncertainties add in squares.</summary>
    [TestMethod]
    public void Check_Product_SpreadsAsFirstOrderSays()
    {
        var random = new Random(5);
        var stated = new Result("product", new(6, 6 * Combine.Quadrature(0.01, 0.02)), "1");

        var checks = MonteCarlo.Check([stated], _ => [stated with { Value = new(2 * (1 + 0.01 * Normal(random)) * 3 * (1 + 0.02 * Normal(random)), 0) }], 4000);

        Assert.AreEqual(4000, checks[0].Draws);
        Assert.AreEqual(stated.Value.Uncertainty, checks[0].Spread, 0.05 * stated.Value.Uncertainty);
        Assert.AreEqual(6, checks[0].Median, 0.01);
    }

    [TestMethod]
    public void Check_SameNameTwice_AreToldApartByTheirOrder()
    {
        Result[] results = [new("d", new(1, 0), "1"), new("d", new(5, 0), "1")];

        var checks = MonteCarlo.Check(results, draw => [results[0], results[1] with { Value = new(5 + draw, 0) }], 3);

        Assert.AreEqual(0, checks[0].Spread);
        Assert.AreEqual(6, checks[1].Median);
        Assert.IsGreaterThan(0, checks[1].Spread);
    }

    [TestMethod]
    public void Check_ResultThatNoDrawGives_IsMissingAndNotZero()
    {
        var checks = MonteCarlo.Check([new("d", new(1, 0.1), "1")], _ => [], 3);

        Assert.AreEqual(0, checks[0].Draws);
        Assert.AreEqual(double.NaN, checks[0].Spread);
    }

    static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
