using CsCheck;

namespace CoinRig.Twin.Tests;

[TestClass]
public sealed class PassiveCellTests
{
    static DummyCell Bench(double sourceVolts = 0) => new(sourceVolts, 10, 50, 2e-3);

    [TestMethod]
    public void Resistor_CurrentAndVoltage_FollowOhmsLaw()
    {
        var cell = new ResistorCell(0.5, 10e3);
        Assert.AreEqual(0.5, cell.OpenCircuitVolts);
        Assert.AreEqual(1.5, cell.AdvanceCurrent(100e-6, 1), 1e-12);
        Assert.AreEqual(-50e-6, cell.AdvanceVoltage(0, 1), 1e-15);
    }

    [TestMethod]
    public void Dummy_CurrentStep_IsTheGoldenVoltage()
    {
        // Golden row 11: 1 mA through 10 ohm + (50 ohm parallel 2 mF) for 50 ms.
        Assert.AreEqual(0.029673467, Bench().AdvanceCurrent(1e-3, 50e-3), 1e-9);
    }

    [TestMethod]
    public void Dummy_VoltageStep_DecaysWithBothResistorsBesideTheCapacitor()
    {
        // I = V/(R0 + R1) (1 + R1/R0 exp(-t (R0 + R1)/(R0 R1 C1))), from Kirchhoff's laws.
        const double volts = 0.1, seconds = 7e-3;
        var expected = volts / 60 * (1 + 5 * Math.Exp(-seconds * 60 / (10 * 50 * 2e-3)));
        Assert.AreEqual(expected, Bench(3.7).AdvanceVoltage(3.8, seconds), 1e-12);
    }

    [TestMethod]
    public void Dummy_AnyDivisionOfAStep_EndsAtTheSameVoltage() =>
        Gen.Select(Gen.Double[-1e-3, 1e-3], Gen.Double[1e-4, 1], Gen.Double[0, 1]).Sample((amperes, seconds, share) =>
        {
            var (whole, divided) = (Bench(3.7), Bench(3.7));
            divided.AdvanceCurrent(amperes, share * seconds);
            return Math.Abs(whole.AdvanceCurrent(amperes, seconds) - divided.AdvanceCurrent(amperes, (1 - share) * seconds)) < 1e-12;
        });

    [TestMethod]
    public void Dummy_CurrentThatThePotentiostatFound_HoldsItsVoltage()
    {
        var cell = Bench(3.7);
        cell.AdvanceCurrent(0.5e-3, 0.02);
        var amperes = cell.AdvanceVoltage(3.75, 0.03);
        Assert.AreEqual(3.75, cell.TerminalVolts(amperes), 1e-12);
        Assert.AreEqual(3.7 + cell.CapacitorVolts, cell.OpenCircuitVolts, 1e-12);
    }
}
