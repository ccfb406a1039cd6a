namespace CoinRig.Control.Tests;

[TestClass]
public sealed class RowMeanTests
{
    static Scan At(int scan, double volts, double amperes, SampleFlags flags = SampleFlags.None) => new()
    {
        DueNanoseconds = scan * 100_000_000L,
        VoltageNanoseconds = scan * 100_000_000L + 20_000_000,
        CurrentNanoseconds = scan * 100_000_000L + 60_000_000,
        Volts = volts,
        Amperes = amperes,
        DegreesCelsius = 25 + scan,
        Flags = flags,
    };

    [TestMethod]
    public void OneScan_IsItself_ToTheBit()
    {
        var (mean, scan) = (new RowMean(), At(7, 3.7 / 3, 1e-4 / 3, SampleFlags.Late));
        mean.Add(scan);
        Assert.AreEqual(scan, mean.Of(scan));
    }

    /// <summary>A staircase of eight scans a step: each step begins with a surge, which the first scan of it alone would show.</summary>
    [TestMethod]
    public void WholeSteps_GiveTheLine_OfVoltageCurrentAndTime()
    {
        const int Scans = 80;
        var (mean, last) = (new RowMean(), default(Scan));
        for (var i = 0; i < Scans; i++)
        {
            last = At(i, 3.7 + 76e-6 * (i / 8), 1e-4 + 1e-6 * (3.5 - i % 8), i == 3 ? SampleFlags.Repeated : SampleFlags.None);
            mean.Add(last);
        }
        var row = mean.Of(last);
        Assert.AreEqual(3.7 + 76e-6 * 4.5, row.Volts, 1e-12);
        Assert.AreEqual(1e-4, row.Amperes, 1e-15);
        Assert.AreEqual(39.5e8 + 20e6, row.VoltageNanoseconds, 1);
        Assert.AreEqual((last.DueNanoseconds, last.DegreesCelsius, SampleFlags.Repeated), (row.DueNanoseconds, row.DegreesCelsius, row.Flags));
    }

    [TestMethod]
    public void Clear_ForgetsAllBefore()
    {
        var mean = new RowMean();
        mean.Add(At(0, 3, 1e-3, SampleFlags.Late));
        mean.Clear();
        var scan = At(1, 3.7, 1e-4);
        mean.Add(scan);
        Assert.AreEqual(scan, mean.Of(scan));
    }
}
