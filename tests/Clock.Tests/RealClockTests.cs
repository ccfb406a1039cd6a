namespace CoinRig.Clock.Tests;

[TestClass]
public sealed class RealClockTests
{
    [TestMethod]
    public void WaitUntil_NeverReturnsEarly()
    {
        var clock = new RealClock();
        foreach (var wait in (long[])[0, 1_000, 200_000, 3_000_000])
        {
            var due = clock.Nanoseconds + wait;
            clock.WaitUntil(due);
            Assert.IsTrue(clock.Nanoseconds >= due);
        }
    }

    [TestMethod]
    public void WaitUntil_LongPast_ReturnsAtOnce()
    {
        var clock = new RealClock();
        clock.WaitUntil(long.MinValue);
        clock.WaitUntil(-1);
    }

    [TestMethod]
    public void Nanoseconds_NeverGoBack()
    {
        var clock = new RealClock();
        var last = clock.Nanoseconds;
        for (var i = 0; i < 100_000; i++)
        {
            var now = clock.Nanoseconds;
            Assert.IsTrue(now >= last);
            last = now;
        }
    }
}
