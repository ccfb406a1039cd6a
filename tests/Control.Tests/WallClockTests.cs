using CoinRig.Clock;

namespace CoinRig.Control.Tests;

/// <summary>UTC that jumps while the rig's own time goes on.</summary>
[TestClass]
public sealed class WallClockTests
{
    const long Second = RigClockExtensions.Second;

    [TestMethod]
    [DataRow(3600.0)]
    [DataRow(-3600.0)]
    [DataRow(1.0)]
    [DataRow(1.7e9)]
    public void HasJumped_OnceAfterEachJump_SaysByHowMuch(double seconds)
    {
        var clock = new JumpingClock();
        var wall = new WallClock(clock);
        List<(long At, double Seconds)> jumps = [];
        for (var i = 0; i < 100; i++)
        {
            clock.WaitUntil(i * Second / 3);
            if (i == 50)
            {
                clock.Ahead = TimeSpan.FromSeconds(seconds);
            }
            if (wall.HasJumped(clock.Nanoseconds, out var jump))
            {
                jumps.Add((clock.Nanoseconds, jump));
            }
        }
        Assert.HasCount(1, jumps);
        Assert.AreEqual(seconds, jumps[0].Seconds, 1e-6 * Math.Abs(seconds) + 1e-6);
        Assert.IsTrue(jumps[0].At - 50 * Second / 3 is >= 0 and <= Second, $"told {jumps[0].At} ns");
    }

    /// <summary>NTP moves a clock by at most 500 ppm.</summary>
    [TestMethod]
    public void HasJumped_SlewedClock_Never()
    {
        var clock = new JumpingClock();
        var wall = new WallClock(clock);
        for (var i = 0; i < 100_000; i++)
        {
            clock.WaitUntil(i * Second);
            clock.Ahead = TimeSpan.FromSeconds(500e-6 * i);
            Assert.IsFalse(wall.HasJumped(clock.Nanoseconds, out _));
        }
    }

    sealed class JumpingClock : IRigClock
    {
        readonly VirtualClock _time = new();

        public TimeSpan Ahead { get; set; }

        public long Nanoseconds => _time.Nanoseconds;

        public DateTimeOffset UtcNow => _time.UtcNow + Ahead;

        public void WaitUntil(long nanoseconds) => _time.WaitUntil(nanoseconds);
    }
}
