using CoinRig.Electrochemistry.Resistance;

namespace CoinRig.Electrochemistry.Tests.Resistance;

/// <summary>The resistance after a change of current.</summary>
[TestClass]
public sealed class StepResistanceTests
{
    [TestMethod]
    public void Of_StepOfCurrent_IsVoltageOverCurrent()
    {
        var r = StepResistance.Of(3.7, 3.705, 0, 1e-4, 1e-5, 0);
        Assert.AreEqual(50, r.Value, 1e-6);
        Assert.AreEqual(Math.Sqrt(2) * 0.1, r.Uncertainty, 1e-9);
    }

    [TestMethod]
    public void Of_CurrentSwitchedOff_HasTheSameSign() => Assert.AreEqual(50, StepResistance.Of(3.705, 3.7, 1e-4, 0, 0, 0).Value, 1e-6);
}
