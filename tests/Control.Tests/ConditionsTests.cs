using CoinRig.Protocols;

namespace CoinRig.Control.Tests;

[TestClass]
public sealed class ConditionsTests
{
    static Scan At(double seconds, double volts, double amperes = 0) => new()
    {
        VoltageNanoseconds = (long)(seconds * 1e9),
        CurrentNanoseconds = (long)(seconds * 1e9),
        Volts = volts,
        Amperes = amperes,
    };

    [TestMethod]
    public void Voltage_CrossedBetweenScans_SaysTheInterpolatedTime()
    {
        var met = new Conditions().IsMet(new EndCondition(Measured.Voltage, true, 4.2, "4.2 V"), At(10, 4.198), At(10.1, 4.202), out var when);
        Assert.IsTrue(met);
        Assert.AreEqual(10.05e9, when, 1000);
    }

    [TestMethod]
    public void Voltage_NotReached_IsNotMet() =>
        Assert.IsFalse(new Conditions().IsMet(new EndCondition(Measured.Voltage, true, 4.2, ""), At(0, 4.1), At(1, 4.19), out _));

    [TestMethod]
    public void Voltage_ReachedFromTheSegmentsStart_SaysItsOwnTime()
    {
        var conditions = new Conditions { SegmentStart = 5_000_000_000 };
        Assert.IsTrue(conditions.IsMet(new EndCondition(Measured.Voltage, true, 4.2, ""), At(4.9, 4.1), At(5.02, 4.3), out var when));
        Assert.AreEqual(5_020_000_000, when);
    }

    [TestMethod]
    public void AbsoluteCurrent_Decays_IsMetEitherWay()
    {
        var condition = new EndCondition(Measured.AbsoluteCurrent, false, 1e-5, "10 uA");
        Assert.IsTrue(new Conditions().IsMet(condition, At(1, 4, -1.1e-5), At(2, 4, -0.9e-5), out var when));
        Assert.AreEqual(1.5e9, when, 1000);
        Assert.IsTrue(new Conditions().IsMet(condition, At(1, 4, 1.1e-5), At(2, 4, 0.9e-5), out _));
    }

    [TestMethod]
    public void MissingTemperature_MeetsNothing()
    {
        var scan = At(1, 4);
        scan.DegreesCelsius = double.NaN;
        Assert.IsFalse(new Conditions().IsMet(new EndCondition(Measured.Temperature, true, 45, ""), scan, scan, out _));
        Assert.IsNull(new ProtocolLimits([new StepLimit(Measured.Temperature, true, 45, 0, LimitAction.Stop, "")]).Check(scan, new Conditions()));
    }

    [TestMethod]
    public void Limit_WithDelay_TripsOnlyWhenItLasts()
    {
        var limits = new ProtocolLimits([new StepLimit(Measured.Voltage, true, 4.3, 1, LimitAction.Stop, "4.3 V")]);
        var conditions = new Conditions();
        Assert.IsNull(limits.Check(At(0, 4.31), conditions));
        Assert.IsNull(limits.Check(At(0.9, 4.31), conditions));
        Assert.IsNull(limits.Check(At(0.95, 4.29), conditions), "back inside starts the delay again");
        Assert.IsNull(limits.Check(At(1.0, 4.31), conditions));
        Assert.IsNotNull(limits.Check(At(2.0, 4.31), conditions));
    }
}
