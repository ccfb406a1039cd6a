namespace CoinRig.FrontEnd.Tests;

[TestClass]
public sealed class CellImpedanceTests
{
    const double Interval = 0.082;

    [TestMethod]
    [DataRow(10, 60, 0.3)]
    [DataRow(10, 60, 1.0)]
    [DataRow(100, 600, 1.0)]
    [DataRow(20, 200, 2.0)]
    public void Identify_Exponential_FindsItsEndAndTimeConstant(double fast, double slow, double seconds)
    {
        var cell = new CellImpedance();
        cell.Identify([.. Enumerable.Range(0, 12).Select(i => slow - (slow - fast) * Math.Exp(-i * Interval / seconds))], Interval, 5e-6);
        Assert.AreEqual(fast, cell.FastOhms, 1e-9);
        Assert.AreEqual(slow, cell.SlowOhms, 1e-6 * slow);
        Assert.AreEqual(seconds, cell.Seconds, 1e-6 * seconds);
    }

    [TestMethod]
    public void Identify_ResistorWithNoise_IsAResistor()
    {
        var random = new Random(1);
        var cell = new CellImpedance();
        cell.Identify([.. Enumerable.Range(0, 12).Select(_ => 130 + 0.5 * (random.NextDouble() - 0.5))], Interval, 5e-6);
        Assert.AreEqual(130, cell.FastOhms, 0.5);
        Assert.AreEqual(130, cell.SlowOhms, 0.5);
        Assert.AreEqual(0, cell.Seconds);
    }

    [TestMethod]
    [DataRow(150, 1.5)]
    [DataRow(1000, 2.0)]
    [DataRow(10, 0.5)]
    public void Follow_CodesOfASweep_FindTheNewSizeWithinBounds(double ohms, double factor)
    {
        var cell = new CellImpedance();
        cell.Identify([100, 110, 118, 124, 129, 133], Interval, 5e-6);
        var (fast, slow) = (cell.FastOhms, cell.SlowOhms);
        for (var scan = 0; scan < 4000; scan++)
        {
            // A ramp of 0.1 mV/s on a drifting cell, whose output moves by single codes.
            var amperes = 76e-6 * Math.Floor(scan / 7.6) / (500 + ohms) + 1e-9 * scan;
            cell.Follow(3.7 + ohms * amperes - 2e-6 * scan, amperes, 1e-3);
        }
        Assert.AreEqual(factor, cell.FastOhms / fast, 0.03);
        Assert.AreEqual(factor, cell.SlowOhms / slow, 0.03);
    }

    [TestMethod]
    public void Follow_SmoothRelaxation_SaysNothing()
    {
        var cell = new CellImpedance();
        cell.Identify([100, 100, 100], Interval, 5e-6);
        for (var scan = 0; scan < 1000; scan++)
        {
            // A hold: the voltage stands while the current falls.
            cell.Follow(4.08, 100e-6 * Math.Exp(-scan / 300.0), 1e-3);
        }
        Assert.AreEqual(100, cell.FastOhms, 1);
    }

    [TestMethod]
    public void Identify_ResponseThatFalls_IsNoNegativeCell()
    {
        var cell = new CellImpedance();
        cell.Identify([60, 50, 30, 10, 0, 0], Interval, 5e-6);
        Assert.AreEqual(60, cell.FastOhms);
        Assert.AreEqual(60, cell.SlowOhms);
        Assert.AreEqual(0, cell.Seconds);
    }
}
