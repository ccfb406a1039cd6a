namespace CoinRig.Control.Tests;

[TestClass]
public sealed class SlopeWindowTests
{
    [TestMethod]
    public void Slope_BeforeTheWindowIsFull_IsNotKnown()
    {
        var window = new SlopeWindow();
        window.Begin(60, 0);
        for (var i = 1; i < 600; i++)
        {
            window.Add(i * 100_000_000L, 3.7 + i * 1e-6);
            Assert.IsTrue(double.IsNaN(window.VoltsPerSecond));
        }
    }

    [TestMethod]
    public void Slope_OfAStraightLine_IsItsSlope_AlsoWhenItBends()
    {
        var window = new SlopeWindow();
        window.Begin(60, 1_000_000_000);
        for (var i = 0; i < 2000; i++)
        {
            // 10 uV/s, and from 100 s on -2 uV/s.
            var seconds = i * 0.1;
            window.Add(1_000_000_000 + (long)(seconds * 1e9), 3.7 + 1e-5 * Math.Min(seconds, 100) - 2e-6 * Math.Max(0, seconds - 100));
            if (i is > 620 and < 990)
            {
                Assert.AreEqual(1e-5, window.VoltsPerSecond, 1e-11);
            }
        }
        Assert.AreEqual(-2e-6, window.VoltsPerSecond, 1e-11);
    }

    /// <summary>White noise of 3 uV, more than the board has: a slope of 1 mV/h is told within a tenth.</summary>
    [TestMethod]
    public void Slope_InNoise_IsToldWithinATenthOfAMillivoltAnHour()
    {
        var (window, random) = (new SlopeWindow(), new Random(7));
        window.Begin(300, 0);
        for (var i = 0; i < 20_000; i++)
        {
            window.Add(i * 100_000_000L, 3.7 + 1e-3 / 3600 * i * 0.1 + 3e-6 * (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 2);
            if (i > 3100)
            {
                Assert.AreEqual(1e-3 / 3600, window.VoltsPerSecond, 0.1e-3 / 3600);
            }
        }
    }

    [TestMethod]
    public void Add_AllocatesNothing()
    {
        var window = new SlopeWindow();
        window.Begin(6, 0);
        window.Add(1, 3);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            window.Add(i * 100_000_000L, 3.7);
        }
        Assert.AreEqual(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
