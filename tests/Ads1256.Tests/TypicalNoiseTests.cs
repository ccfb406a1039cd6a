namespace Iot.Device.Ads1256.Tests;

/// <summary>The noise table against the data sheet's other one: effective bits = log2(4 VREF / gain / noise).</summary>
[TestClass]
public sealed class TypicalNoiseTests
{
    /// <summary>Effective bits rms, buffer off (SBAS288K), at gains 1, 8 and 64.</summary>
    [TestMethod]
    [DataRow(DataRate.Sps2Point5, 25.3, 24.4, 22.5)]
    [DataRow(DataRate.Sps25, 24.3, 23.1, 21.0)]
    [DataRow(DataRate.Sps60, 23.8, 22.5, 20.4)]
    [DataRow(DataRate.Sps1000, 21.8, 20.3, 18.7)]
    [DataRow(DataRate.Sps30000, 19.9, 18.8, 17.0)]
    public void Volts_AgreeWithTheEffectiveBits(DataRate rate, double atOne, double atEight, double atSixtyFour)
    {
        foreach (var (gain, bits) in new[] { (PgaGain.X1, atOne), (PgaGain.X8, atEight), (PgaGain.X64, atSixtyFour) })
        {
            Assert.AreEqual(bits, Math.Log2(10.0 / gain.Factor() / TypicalNoise.Volts(rate, gain)), 0.1, $"gain {gain}");
        }
    }
}
