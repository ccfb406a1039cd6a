namespace CoinRig.FrontEnd.Tests;

[TestClass]
public sealed class SlowTrimTests
{
    const double Code = 1e-9;

    /// <summary>A loop that does what it is told, with an offset, read one scan late.</summary>
    static (SlowTrim Trim, double Last, double Overshoot) Follow(double offsetCodes, int scans)
    {
        var trim = new SlowTrim();
        double last = offsetCodes * Code, overshoot = 0;
        var sign = Math.Sign(offsetCodes);
        for (var i = 0; i < scans; i++)
        {
            var measured = last;
            last = offsetCodes * Code + trim.Correction;
            trim.Update(0 - measured, Code);
            overshoot = Math.Max(overshoot, -sign * last);
        }
        return (trim, last, overshoot);
    }

    [TestMethod]
    [DataRow(3.0)]
    [DataRow(-40.0)]
    [DataRow(200.0)]
    public void Offset_IsTakenOutWithoutOscillation(double codes)
    {
        var (_, last, overshoot) = Follow(codes, 100);
        Assert.IsTrue(Math.Abs(last) <= 0.6 * Code, $"{last / Code} codes are left");
        Assert.IsTrue(overshoot <= 0.25 * Math.Abs(codes) * Code, $"{overshoot / Code} codes beyond");
    }

    [TestMethod]
    public void WithinTheDeadBand_NothingMoves() => Assert.AreEqual(0, Follow(0.5, 100).Trim.Correction);

    [TestMethod]
    public void LoopThatDoesNotFollow_IsNotWoundUp()
    {
        var trim = new SlowTrim();
        for (var i = 0; i < 1000; i++)
        {
            Assert.IsFalse(trim.Update(1000 * Code, Code));
        }
        Assert.AreEqual(0, trim.Correction);
    }

    [TestMethod]
    public void NotANumber_MovesNothing() => Assert.IsFalse(new SlowTrim().Update(double.NaN, Code));
}
