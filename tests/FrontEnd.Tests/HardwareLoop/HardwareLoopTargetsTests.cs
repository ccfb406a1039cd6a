using CoinRig.Documents;
using CsCheck;

namespace CoinRig.FrontEnd.Tests;

/// <summary>The codes of the hardware loop: middle is zero current, a code is 3.05 nA on 100 uA and 76 uV on 5 V.</summary>
[TestClass]
public sealed class HardwareLoopTargetsTests
{
    static readonly Amount One = new(1, 0);
    static readonly Amount Zero = new(0, 0);

    static HardwareLoopTargets Targets(Amount gain, double voltsOffset, double amperesOffset)
    {
        var range = new RangeCalibration(One, Zero, gain, new(amperesOffset, 0));
        var calibration = new ChannelCalibration(One, Zero, gain, new(voltsOffset, 0), [range]);
        return new(new ChannelProfile(1, new(5, 6, 13), (0, 1), (2, 3), [new(100e-6, 10e3, 4, null)], calibration), 5);
    }

    [TestMethod]
    public void Ideal_CodesAreThoseOfTheLoopLaw()
    {
        var targets = Targets(One, 0, 0);
        Assert.AreEqual(32768, targets.CodeForAmperes(0, 0));
        Assert.AreEqual(49152, targets.CodeForAmperes(50e-6, 0));
        Assert.AreEqual(0, targets.CodeForAmperes(-100e-6, 0));
        Assert.AreEqual(65535, targets.CodeForAmperes(100e-6, 0));
        Assert.AreEqual(49807, targets.CodeForVolts(3.8));
        Assert.AreEqual(3.0517578125e-9, targets.AmperesPerCode(0), 1e-18);
        Assert.AreEqual(76.2939453125e-6, targets.VoltsPerCode, 1e-12);
    }

    [TestMethod]
    public void BeyondTheScale_Clamps()
    {
        var targets = Targets(One, 0, 0);
        Assert.AreEqual(65535, targets.CodeForAmperes(1, 0));
        Assert.AreEqual(0, targets.CodeForAmperes(-1, 0));
        Assert.AreEqual(0, targets.CodeForVolts(-3));
        Assert.AreEqual(65535, targets.CodeForVolts(50));
    }

    [TestMethod]
    public void Calibration_ActualIsWithinHalfACodeOfTheTarget() =>
        Gen.Select(Gen.Double[0.98, 1.02], Gen.Double[-5e-3, 5e-3], Gen.Double[-100e-9, 100e-9], Gen.Double[0.1, 4.8], Gen.Double[-95e-6, 95e-6])
            .Sample((gain, voltsOffset, amperesOffset, volts, amperes) =>
            {
                var targets = Targets(new(gain, 0), voltsOffset, amperesOffset);
                var actualVolts = gain * 5 * targets.CodeForVolts(volts) / 65536 + voltsOffset;
                var actualAmperes = gain * (targets.CodeForAmperes(amperes, 0) - 32768) / 32768.0 * 100e-6 + amperesOffset;
                return Math.Abs(actualVolts - volts) <= 0.501 * targets.VoltsPerCode && Math.Abs(actualAmperes - amperes) <= 0.501 * targets.AmperesPerCode(0);
            });
}
