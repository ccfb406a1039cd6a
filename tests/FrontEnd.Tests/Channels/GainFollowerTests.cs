using Iot.Device.Ads1256;

namespace CoinRig.FrontEnd.Tests;

[TestClass]
public sealed class GainFollowerTests
{
    const int FullScale = 0x7F_FFFF;

    [TestMethod]
    public void SmallReadings_RaiseTheGainStepByStep_AsFarAsTheyFit()
    {
        var follower = new GainFollower(PgaGain.X4);
        // 1 % of the scale of gain 4 is 16 % of that of gain 64, and 32 % fit.
        Read(follower, 0.0025, 7);
        Assert.AreEqual(PgaGain.X4, follower.Next, "raised before it was known to be quiet");
        Read(follower, 0.0025, 20);
        Assert.AreEqual(PgaGain.X64, follower.Next);
        // 30 % of the scale of gain 4 do not fit twice.
        follower = new GainFollower(PgaGain.X4);
        Read(follower, 0.075, 50);
        Assert.AreEqual(PgaGain.X4, follower.Next);
    }

    [TestMethod]
    public void ReadingAtAThreshold_WithNoise_DoesNotChatter()
    {
        var random = new Random(1);
        var follower = new GainFollower(PgaGain.X4);
        var (changes, before) = (0, follower.Next);
        for (var i = 0; i < 10_000; i++)
        {
            // About where gain 8 becomes possible.
            Read(follower, 0.4 / 8 * (1 + 0.02 * (random.NextDouble() - 0.5)), 1);
            changes += follower.Next != before ? 1 : 0;
            before = follower.Next;
        }
        Assert.IsLessThanOrEqualTo(1, changes);
    }

    [TestMethod]
    public void GrowingReading_LowersTheGainBeforeItIsCutOff()
    {
        var follower = new GainFollower(PgaGain.X4);
        Read(follower, 1e-4, 60);
        for (var part = 1e-4; part < 0.2; part *= 1.05)
        {
            Assert.IsTrue(follower.Believes(Of(part, follower.Next)), $"{part} at gain {follower.Next.Factor()}");
            follower.Follow(Of(part, follower.Next));
        }
        Assert.AreEqual(PgaGain.X4, follower.Next);
    }

    [TestMethod]
    public void ReadingThatARaisedGainMayHaveCutOff_IsNotBelieved()
    {
        var follower = new GainFollower(PgaGain.X4);
        Read(follower, 1e-4, 60);
        Assert.AreEqual(PgaGain.X64, follower.Next);
        Assert.IsFalse(follower.Believes(new Conversion(FullScale, 0, 0, true)), "clipped");
        Assert.IsFalse(follower.Believes(Of(0.95 / 64, PgaGain.X64)), "at the end of the scale");
        Assert.IsFalse(follower.Believes(Of(0.6 / 64, PgaGain.X64)), "a jump: beyond the scale for a part of the window, the mean within it");
        Assert.IsTrue(follower.Believes(Of(0.3 / 64, PgaGain.X64)));
        follower.Reset();
        Assert.IsTrue(follower.Believes(new Conversion(FullScale, 0, 0, true)), "the lowest gain has no other to repeat at");
    }

    static void Read(GainFollower follower, double part, int times)
    {
        for (var i = 0; i < times; i++)
        {
            follower.Follow(Of(part, follower.Next));
        }
    }

    /// <summary>A conversion of a voltage, as a part of the scale of gain 1.</summary>
    static Conversion Of(double part, PgaGain gain) => new((int)Math.Round(Math.Min(1, part * gain.Factor()) * FullScale), 0, 0, part * gain.Factor() >= 1);
}
