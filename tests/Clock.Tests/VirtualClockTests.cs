using CoinRig.Clock;

namespace CoinRig.Clock.Tests;

[TestClass]
public sealed class VirtualClockTests
{
    [TestMethod]
    public void WaitUntil_Later_JumpsThere()
    {
        var clock = new VirtualClock();
        clock.WaitUntil(5 * RigClockExtensions.Second);
        Assert.AreEqual(5_000_000_000, clock.Nanoseconds);
        Assert.AreEqual(VirtualClock.Epoch.AddSeconds(5), clock.UtcNow);
    }

    [TestMethod]
    public void WaitUntil_Past_DoesNotGoBack()
    {
        var clock = new VirtualClock();
        clock.Wait(100);
        clock.WaitUntil(40);
        Assert.AreEqual(100, clock.Nanoseconds);
    }
}
