using CoinRig.Twin;

namespace CoinRig.Twin.Tests;

[TestClass]
public sealed class SeededNoiseTests
{
    [TestMethod]
    public void Stream_SameSeedAndPurpose_GivesTheSameNumbers()
    {
        var (one, two) = (new SeededNoise(7, "adc"), new SeededNoise(7, "adc"));
        for (var i = 0; i < 1000; i++)
        {
            Assert.AreEqual(one.Normal(), two.Normal());
        }
    }

    [TestMethod]
    public void Stream_OtherSeedOrPurpose_GivesOtherNumbers()
    {
        var first = new SeededNoise(7, "adc").NextBits();
        Assert.AreNotEqual(first, new SeededNoise(8, "adc").NextBits());
        Assert.AreNotEqual(first, new SeededNoise(7, "dac").NextBits());
    }

    [TestMethod]
    public void Normal_AMillionNumbers_HaveTheMomentsAndTailsOfTheNormalDistribution()
    {
        const int count = 1_000_000;
        var noise = new SeededNoise(3, "moments");
        double sum = 0, squares = 0, fourths = 0;
        int withinOne = 0, beyondTailStart = 0;
        for (var i = 0; i < count; i++)
        {
            var x = noise.Normal();
            sum += x;
            squares += x * x;
            fourths += x * x * x * x;
            withinOne += Math.Abs(x) < 1 ? 1 : 0;
            beyondTailStart += Math.Abs(x) > 3.442619855899 ? 1 : 0;
        }
        // Five standard errors each: sqrt(1/n), sqrt(2/n), sqrt(96/n), binomial.
        Assert.AreEqual(0, sum / count, 5e-3);
        Assert.AreEqual(1, squares / count, 7.1e-3);
        Assert.AreEqual(3, fourths / count, 0.05);
        Assert.AreEqual(0.682689, withinOne / (double)count, 2.4e-3);
        Assert.AreEqual(5.7615e-4, beyondTailStart / (double)count, 1.3e-4);
    }

    [TestMethod]
    public void Uniform_AHundredThousandNumbers_FillTheUnitInterval()
    {
        const int count = 100_000;
        var noise = new SeededNoise(-1, "uniform");
        var buckets = new int[10];
        for (var i = 0; i < count; i++)
        {
            buckets[(int)(noise.Uniform() * 10)]++;
        }
        foreach (var bucket in buckets)
        {
            Assert.AreEqual(count / 10, bucket, 5 * Math.Sqrt(count * 0.09));
        }
    }
}
