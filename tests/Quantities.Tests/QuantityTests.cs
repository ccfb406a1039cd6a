using UnitsNet;

namespace CoinRig.Quantities.Tests;

/// <summary>The same names and values as the UnitsNet package gives, so that it can take this room's place.</summary>
[TestClass]
public sealed class QuantityTests
{
    [TestMethod]
    public void ElectricPotential_Units_Agree()
    {
        Assert.AreEqual(4.2, ElectricPotential.FromMillivolts(4200).Volts, 1e-15);
        Assert.AreEqual(298, ElectricPotential.FromMicrovolts(298).Microvolts, 1e-12);
        Assert.AreEqual(4200, ElectricPotential.FromVolts(4.2).Millivolts, 1e-12);
    }

    [TestMethod]
    public void ElectricCurrent_Units_Agree()
    {
        Assert.AreEqual(61e-6, ElectricCurrent.FromMicroamperes(61).Amperes, 1e-20);
        Assert.AreEqual(0.061, ElectricCurrent.FromMicroamperes(61).Milliamperes, 1e-15);
    }

    [TestMethod]
    public void Resistance_And_Frequency_Units_Agree()
    {
        Assert.AreEqual(10_000, ElectricResistance.FromKiloohms(10).Ohms, 1e-9);
        Assert.AreEqual(7_680_000, Frequency.FromMegahertz(7.68).Hertz, 1e-6);
        Assert.AreEqual(7680, Frequency.FromMegahertz(7.68).Kilohertz, 1e-9);
    }

    [TestMethod]
    public void Temperature_CelsiusAndKelvin_Are273Point15Apart()
    {
        Assert.AreEqual(298.15, Temperature.FromDegreesCelsius(25).Kelvins, 1e-12);
        Assert.AreEqual(-273.15, Temperature.FromKelvins(0).DegreesCelsius, 1e-12);
    }

    [TestMethod]
    public void Comparison_FollowsTheValue()
    {
        var small = ElectricPotential.FromMillivolts(999);
        var large = ElectricPotential.FromVolts(1);
        Assert.IsTrue(small < large && large > small && small <= large && large >= small);
        Assert.IsTrue(small.CompareTo(large) < 0);
        Assert.AreEqual(large, ElectricPotential.FromMillivolts(1000));
    }
}
