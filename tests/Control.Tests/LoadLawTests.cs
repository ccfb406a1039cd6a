using CoinRig.Protocols;
using CsCheck;

namespace CoinRig.Control.Tests;

[TestClass]
public sealed class LoadLawTests
{
    [TestMethod]
    [DataRow(-2e-3, 0.0)]
    [DataRow(-2e-3, 500.0)]
    [DataRow(2e-3, 500.0)]
    public void Power_OnACellWithResistance_Settles(double watts, double ohms)
    {
        var law = Power(watts, 5e-3);
        var amperes = law.First(3.7);
        for (var i = 0; i < 20; i++)
        {
            amperes = law.Next(3.7 + ohms * amperes, amperes);
        }
        Assert.AreEqual(watts, amperes * (3.7 + ohms * amperes), 1e-6 * Math.Abs(watts));
        Assert.IsFalse(law.IsBounded);
    }

    /// <summary>A cell gives E^2/4R at most: asked for more, the current stands at its bound and comes back at once when less is asked for.</summary>
    [TestMethod]
    public void Power_MoreThanTheCellHas_StandsAtItsBoundAndDoesNotWindUp()
    {
        var law = Power(-5e-3, 1e-3);
        var amperes = law.First(3.7);
        for (var i = 0; i < 1000; i++)
        {
            amperes = law.Next(Math.Max(0.1, 3.7 + 1000 * amperes), amperes);
        }
        Assert.AreEqual(-1e-3, amperes, 1e-12);
        Assert.IsTrue(law.IsBounded);
        for (var i = 0; i < 20; i++)
        {
            amperes = law.Next(10, amperes);
        }
        Assert.AreEqual(-5e-4, amperes, 1e-9);
    }

    [TestMethod]
    public void Power_FromACellWithoutVoltage_IsRefused() =>
        StringAssert.Contains(Assert.ThrowsExactly<ComplianceException>(() => Power(-1e-3, 1e-3).Next(0.02, -1e-4)).Message, "no power to give");

    [TestMethod]
    public void Resistance_AtNoVoltage_DrivesNoCurrent()
    {
        var law = Resistance(1e4, 1e-3);
        Assert.AreEqual(0, law.First(0));
        Assert.AreEqual(-3.7e-4, law.First(3.7), 1e-12);
    }

    [TestMethod]
    [DataRow(100.0)]
    [DataRow(1e4)]
    [DataRow(25e3)]
    public void Resistance_OnACellOfUpToTwiceItsResistance_Settles(double cellOhms)
    {
        var law = Resistance(1e4, 1e-3);
        var amperes = law.First(3.7);
        for (var i = 0; i < 60; i++)
        {
            amperes = law.Next(3.7 + cellOhms * amperes, amperes);
        }
        Assert.AreEqual(-3.7 / (1e4 + cellOhms), amperes, 1e-3 * 3.7 / 1e4);
    }

    /// <summary>Whatever is measured, the current stays finite, within its bound, and of the side that was asked for.</summary>
    [TestMethod]
    public void Next_OfAnyReading_StaysWithinItsBounds() => Gen.Select(Gen.Double[-10, 10], Gen.Double[-1e-3, 0], Gen.Double[1e-6, 1]).Sample((volts, set, watts) =>
    {
        var charge = Power(watts, 1e-3).Next(volts, -set);
        Assert.IsTrue(charge is >= 0 and <= 1e-3);
        var load = Resistance(1000, 1e-3).Next(volts, set);
        Assert.IsTrue(load is >= -1e-3 and <= 0);
    }, seed: "0000A1b2C3d4", iter: 1000);

    static LoadLaw Power(double watts, double largest) => new(Segment(ControlMode.Power, watts, largest));

    static LoadLaw Resistance(double ohms, double largest) => new(Segment(ControlMode.Resistance, ohms, largest));

    static Segment Segment(ControlMode mode, double value, double largest) =>
        new(SegmentRole.ConstantPower, mode, Waveform.Constant(value), [], new(10, 1, 1), largest);
}
