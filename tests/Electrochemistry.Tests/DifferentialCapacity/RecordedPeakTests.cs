using CoinRig.Electrochemistry.DifferentialCapacity;
using CoinRig.Electrochemistry.HalfCycles;
using CoinRig.Electrochemistry.Tests.Data;

namespace CoinRig.Electrochemistry.Tests.DifferentialCapacity;

/// <summary>dQ/dV of a full cell as measured and as its authors smoothed it.</summary>
[TestClass]
public sealed class RecordedPeakTests
{
    static readonly (double Volts, double MilliampereHoursPerVolt)[] Known = [(3.740, 37.58), (3.610, 85.28), (3.445, 42.48)];

    static (double Volts, double Height)[] Peaks(string file)
    {
        var table = RecordedTable.Read("dqdv-nmc-graphite", file);
        var trace = new Traces.Trace(table["Seconds"], table["Volts"], table["Amps"]);
        var half = HalfCycleFinder.Find(trace).Single();
        return [.. DifferentialPeaks.Of(DifferentialAnalysis.Smoothed(trace, half)!).Select(p => (p.Volts.Value, p.Height.Value / 3.6))];
    }

    [TestMethod]
    public void Smooth_HasItsThreePeaks()
    {
        var peaks = Peaks("cell1_smooth.csv");
        Assert.HasCount(3, peaks);
        for (var i = 0; i < 3; i++)
        {
            Assert.AreEqual(Known[i].Volts, peaks[i].Volts, 5e-3);
            Assert.AreEqual(Known[i].MilliampereHoursPerVolt, peaks[i].Height, 0.03 * Known[i].MilliampereHoursPerVolt);
        }
    }

    [TestMethod]
    public void Rough_HasTheSameThreeAndNoOther()
    {
        var peaks = Peaks("cell1_rough.csv");
        Assert.HasCount(3, peaks);
        for (var i = 0; i < 3; i++)
        {
            Assert.AreEqual(Known[i].Volts, peaks[i].Volts, 0.010);
            Assert.AreEqual(Known[i].MilliampereHoursPerVolt, peaks[i].Height, 0.10 * Known[i].MilliampereHoursPerVolt);
        }
    }

    [TestMethod]
    [DataRow("cell1_rough.csv", 22.0557201)]
    [DataRow("gr_smooth.csv", 27.2368755)]
    [DataRow("nmc_smooth.csv", 37.0085673)]
    public void Binned_SumsToTheCharge(string file, double milliampereHours)
    {
        var table = RecordedTable.Read("dqdv-nmc-graphite", file);
        var trace = new Traces.Trace(table["Seconds"], table["Volts"], table["Amps"]);
        var half = HalfCycleFinder.Find(trace).Single();
        Assert.AreEqual(milliampereHours, half.Coulombs / 3.6, 1e-6);
        var curve = DifferentialAnalysis.Binned(trace, half);
        Assert.AreEqual(milliampereHours, curve.CoulombsPerVolt.Where(double.IsFinite).Sum() * 5e-3 / 3.6, 1e-6);
    }
}
