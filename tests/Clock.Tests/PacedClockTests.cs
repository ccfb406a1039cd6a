namespace CoinRig.Clock.Tests;

/// <summary>Paced time is the virtual one, only held back. The real clock is stood in for by another virtual one.</summary>
[TestClass]
public sealed class PacedClockTests
{
    readonly VirtualClock _inner = new();
    readonly VirtualClock _real = new();

    [TestMethod]
    public void WaitUntil_TellsTheInnerTime_AndPassesItsShareOfRealTime()
    {
        var clock = new PacedClock(_inner, _real, 100);
        clock.WaitUntil(50 * RigClockExtensions.Second);
        Assert.AreEqual(50 * RigClockExtensions.Second, clock.Nanoseconds);
        Assert.AreEqual(RigClockExtensions.Second / 2, _real.Nanoseconds);
        Assert.AreEqual(_inner.UtcNow, clock.UtcNow);
    }

    [TestMethod]
    public void WaitUntil_ManyShortWaits_KeepThePace()
    {
        var clock = new PacedClock(_inner, _real, 10);
        for (var i = 0; i < 100_000; i++)
        {
            clock.Wait(RigClockExtensions.Millisecond);
        }
        Assert.AreEqual(10.0, _real.Nanoseconds / (double)RigClockExtensions.Second, 0.003);
    }

    [TestMethod]
    public void WaitUntil_BehindThePace_DoesNotWait()
    {
        var clock = new PacedClock(_inner, _real, 1);
        _real.Wait(RigClockExtensions.Second);
        clock.WaitUntil(RigClockExtensions.Second / 2);
        Assert.AreEqual(RigClockExtensions.Second, _real.Nanoseconds);
    }

    [TestMethod]
    [DataRow(0.0)]
    [DataRow(-1.0)]
    [DataRow(double.NaN)]
    [DataRow(double.PositiveInfinity)]
    public void Factor_NotPositive_IsRefused(double factor) =>
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new PacedClock(_inner, _real, factor));
}
