using CoinRig.Electrochemistry.Numerics;
using CsCheck;

namespace CoinRig.Electrochemistry.Tests.Numerics;

/// <summary>Golden numbers 27, 28, 36 and 38 of the reference page.</summary>
[TestClass]
public sealed class GoldenNumericsTests
{
    [TestMethod]
    public void TrapezoidIntegral_IsGolden()
    {
        var integral = new TrapezoidIntegral();
        double[] seconds = [0, 1, 2.5, 4, 10], amperes = [61e-6, 62e-6, 60e-6, 63e-6, 61e-6];
        for (var i = 0; i < seconds.Length; i++)
        {
            integral.Add(seconds[i], amperes[i]);
        }
        Assert.AreEqual(6.1725e-4, integral.Value, 1e-16);
    }

    [TestMethod]
    public void TrapezoidIntegral_Jump_AddsNoRamp()
    {
        var integral = new TrapezoidIntegral();
        integral.Add(0, 1);
        integral.Add(1, 1);
        integral.Jump(1, -1);
        integral.Add(2, -1);
        Assert.AreEqual(0, integral.Value, 1e-15);
    }

    [TestMethod]
    public void CoMoments_LineOverRootOfTime_IsGolden()
    {
        var line = new CoMoments();
        double[] seconds = [1, 4, 9, 16, 25], volts = [3.8012, 3.8019, 3.8031, 3.8040, 3.8049];
        for (var i = 0; i < seconds.Length; i++)
        {
            line.Add(Math.Sqrt(seconds[i]), volts[i]);
        }
        Assert.AreEqual(9.5e-4, line.Slope, 1e-12);
        Assert.AreEqual(3.80017, line.Intercept, 1e-9);
        Assert.AreEqual(3.78594e-5, line.SlopeUncertainty, 1e-10);
        Assert.AreEqual(1.25565e-4, line.InterceptUncertainty, 1e-9);
    }

    [TestMethod]
    public void CoMoments_Merged_AreThoseOfAll() => Gen.Double[-5, 5].Array[6, 40].Select(Gen.Int[1, 5]).Sample((values, cut) =>
    {
        CoMoments all = default, a = default, b = default;
        for (var i = 0; i < values.Length; i++)
        {
            all.Add(i, values[i]);
            if (i < cut)
            {
                a.Add(i, values[i]);
            }
            else
            {
                b.Add(i, values[i]);
            }
        }
        a.Merge(b);
        Assert.AreEqual(all.Slope, a.Slope, 1e-10);
        Assert.AreEqual(all.Intercept, a.Intercept, 1e-9);
    });

    [TestMethod]
    public void Aitken_Limit_IsGolden() => Assert.AreEqual(3.7824033, Aitken.Limit(3.7828894, 3.7824961, 3.7824210), 1e-7);

    [TestMethod]
    [DataRow(5, 0.31623, 0.69693)]
    [DataRow(11, 0.095346259, 0.45548)]
    [DataRow(21, 0.036037, 0.32795)]
    public void SavitzkyGolay_Gains_AreGolden(int window, double derivative, double smoothing)
    {
        Assert.AreEqual(derivative, SavitzkyGolay.Gain(SavitzkyGolay.DerivativeWeights(window)), 5e-6);
        Assert.AreEqual(smoothing, SavitzkyGolay.Gain(SavitzkyGolay.SmoothingWeights(window)), 5e-6);
    }

    [TestMethod]
    public void NeumaierSum_LargeAndSmallTerms_LosesNothing()
    {
        var sum = new NeumaierSum();
        foreach (var term in new[] { 1, 1e100, 1, -1e100 })
        {
            sum.Add(term);
        }
        Assert.AreEqual(2, sum.Value);
    }

    [TestMethod]
    public void Minimum_Parabola_IsFound()
    {
        var place = Minimum.Find(x => (x - 1.234) * (x - 1.234) + 5, -10, 10, 11, 1e-9, out var atEnd);
        Assert.AreEqual(1.234, place, 1e-7);
        Assert.IsFalse(atEnd);
    }

    [TestMethod]
    public void EqualBlocks_LongSeries_KeepsMeansInTheirPlace()
    {
        var blocks = new EqualBlocks(64, 1);
        for (var t = 0; t < 100_000; t++)
        {
            blocks.Add(t, 2.0 * t);
        }
        Assert.IsTrue(blocks.Count is >= 32 and <= 64);
        for (var i = 0; i < blocks.Count; i++)
        {
            Assert.AreEqual(2 * blocks.Seconds(i), blocks.First(i), 1e-6);
        }
    }
}
