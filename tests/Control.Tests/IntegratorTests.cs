using CsCheck;

namespace CoinRig.Control.Tests;

[TestClass]
public sealed class IntegratorTests
{
    const long Second = 1_000_000_000;

    [TestMethod]
    public void Add_TableOfElectrochemistry_GivesTheTrapezoid()
    {
        // t 0, 1, 2.5, 4, 10 s; I 61, 62, 60, 63, 61 uA: 6.1725e-4 C by the trapezoidal rule.
        var integrator = new Integrator();
        integrator.BeginSegment(0, flows: true);
        foreach (var (seconds, microamperes) in new[] { (0.0, 61.0), (1, 62), (2.5, 60), (4, 63), (10, 61) })
        {
            integrator.Add((long)(seconds * Second), microamperes * 1e-6, 4);
        }
        Assert.AreEqual(6.1725e-4, integrator.Segment.ChargeCoulombs, 1e-15);
        Assert.AreEqual(4 * 6.1725e-4, integrator.Segment.ChargeJoules, 1e-14);
        Assert.AreEqual(0, integrator.Segment.DischargeCoulombs);
    }

    [TestMethod]
    public void Write_BetweenReadings_IsAJumpAndNoRamp()
    {
        var integrator = new Integrator();
        integrator.BeginSegment(0, flows: true);
        integrator.Add(1 * Second, 1, 4);
        integrator.EndSegment(2 * Second);
        integrator.BeginSegment(2 * Second, flows: true);
        integrator.Add(3 * Second, -1, 4);
        integrator.EndSegment(4 * Second);
        Assert.AreEqual(2, integrator.Segment.DischargeCoulombs);
        Assert.AreEqual(0, integrator.NetCoulombs, 1e-15);
    }

    [TestMethod]
    public void GapWithoutCurrent_CountsNothing_AndWhatIsReadOnItsSidesAroundIt()
    {
        var integrator = new Integrator();
        integrator.BeginSegment(0, flows: true);
        integrator.Add(1 * Second, 1, 4);
        integrator.Bridge(2 * Second, 5 * Second);
        integrator.Add(7 * Second, 3, 4);
        integrator.Add(8 * Second, 3, 4);
        Assert.AreEqual(2 + 3 * 3, integrator.NetCoulombs, 1e-12);
    }

    [TestMethod]
    public void Rest_WithZeroError_PassesNoCharge()
    {
        var integrator = new Integrator();
        integrator.BeginSegment(0, flows: false);
        for (var i = 1; i <= 100; i++)
        {
            integrator.Add(i * Second, 5e-9, 4);
        }
        integrator.EndSegment(101 * Second);
        Assert.AreEqual(0, integrator.NetCoulombs);
    }

    [TestMethod]
    public void MonthOfReadings_SmallCurrent_LosesNothing()
    {
        var integrator = new Integrator();
        integrator.BeginSegment(0, flows: true);
        integrator.Add(0, 1, 1);
        const int Readings = 3_000_000;
        for (var i = 1; i <= Readings; i++)
        {
            integrator.Add(i * (Second / 10), 1e-7 + 1, 1);
        }
        Assert.AreEqual(Readings * 0.1 * (1 + 1e-7), integrator.NetCoulombs, 1e-8);
    }

    [TestMethod]
    public void Net_AnyReadings_IsChargeMinusDischarge() =>
        Gen.Double[-1e-2, 1e-2].Array[2, 200].Sample(currents =>
        {
            var integrator = new Integrator();
            integrator.BeginSegment(0, flows: true);
            for (var i = 0; i < currents.Length; i++)
            {
                integrator.Add(i * Second / 10, currents[i], 3.7);
            }
            var segment = integrator.Segment;
            return Math.Abs(segment.ChargeCoulombs - segment.DischargeCoulombs - integrator.NetCoulombs) < 1e-15
                && segment.Scans == currents.Length;
        }, seed: "0000KOIc1yv4");
}
