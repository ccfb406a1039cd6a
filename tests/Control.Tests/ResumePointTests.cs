using CoinRig.Protocols;

namespace CoinRig.Control.Tests;

[TestClass]
public sealed class ResumePointTests
{
    static readonly DateTimeOffset Then = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    static ResumePoint At(double volts, double amperes, SampleFlags flags = SampleFlags.None) => new()
    {
        Last = new Sample { Sequence = 7, Volts = volts, Amperes = amperes, Flags = flags, VoltageNanoseconds = 5_000_000_000 },
        LastUtc = Then,
        Action = PowerLossAction.Continue,
        VoltsWithin = 0.05,
    };

    [TestMethod]
    [DataRow(3.7, 0.0, true, 3.66, true)]
    [DataRow(3.7, 0.0, true, 3.64, false)]
    [DataRow(3.7, 0.0, true, 3.76, false)]
    [DataRow(4.1, 1e-4, false, 3.70, true)]
    [DataRow(4.1, 1e-4, false, 4.16, false)]
    [DataRow(4.1, 1e-4, false, 3.50, false)]
    [DataRow(2.9, -1e-4, false, 3.40, true)]
    [DataRow(2.9, -1e-4, false, 2.80, false)]
    [DataRow(2.9, -1e-4, false, double.NaN, false)]
    public void RequireVoltage_ARestedCellStays_ALoadedOneMayRelaxBackOnly(double last, double amperes, bool rests, double now, bool isAllowed)
    {
        var point = At(last, amperes, rests ? SampleFlags.OpenCircuit : 0);
        if (isAllowed)
        {
            point.RequireVoltage(now);
            return;
        }
        var refusal = Assert.ThrowsExactly<CellRefusedException>(() => point.RequireVoltage(now));
        StringAssert.Contains(refusal.Message, "nothing was connected");
    }

    [TestMethod]
    public void Clock_BeforeTheLastSample_IsSaidAndNoGapIsInvented()
    {
        var point = At(3.7, 0, SampleFlags.OpenCircuit);
        var early = Then.AddYears(-20);
        Assert.IsTrue(double.IsNaN(point.GapSeconds(early)));
        Assert.AreEqual(Then, point.MarkerAt(early, 3.7).Utc);
        CollectionAssert.AreEqual(new[] { "resumed", "clock-not-set" }, point.InWords(early, 3.7).Select(e => e.Code).ToArray());
        Assert.AreEqual(60, point.GapSeconds(Then.AddMinutes(1)));
        CollectionAssert.AreEqual(new[] { "resumed" }, point.InWords(Then.AddMinutes(1), 3.7).Select(e => e.Code).ToArray());
    }
}
