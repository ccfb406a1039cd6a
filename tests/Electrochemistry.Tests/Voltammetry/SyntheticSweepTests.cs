using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Tests.Data;
using CoinRig.Electrochemistry.Voltammetry;

namespace CoinRig.Electrochemistry.Tests.Voltammetry;

/// <summary>The exact reversible wave: chi 0.446295, forward peak 28.493 mV past E0, reverse peak 28.925 mV on the other side.</summary>
[TestClass]
public sealed class SyntheticSweepTests
{
    static readonly Dictionary<double, (double Forward, double Reverse)> Golden = new()
    {
        [0.01] = (-5.946719e-6, 4.621446e-6),
        [0.02] = (-8.409931e-6, 6.535712e-6),
        [0.05] = (-1.329727e-5, 1.033387e-5),
        [0.1] = (-1.880518e-5, 1.461430e-5),
        [0.2] = (-2.659454e-5, 2.066774e-5),
        [0.5] = (-4.204965e-5, 3.267856e-5),
        [1e-4] = (1.922270e-4, -1.493877e-4),
        [2e-4] = (2.718500e-4, -2.112661e-4),
        [4e-4] = (3.844540e-4, -2.987754e-4),
        [6e-4] = (4.708580e-4, -3.659237e-4),
        [8e-4] = (5.437000e-4, -4.225322e-4),
        [1e-3] = (6.078751e-4, -4.724054e-4),
    };

    [TestMethod]
    [DataRow("cv_reversible_solution.csv", 0.171507, 0.228925)]
    [DataRow("cv_reversible_slow_oxidation.csv", 3.778493, 3.721075)]
    public void Find_EveryRate_IsGolden(string file, double forwardVolts, double reverseVolts)
    {
        var rates = SharedData.Rows("synthetic-cv-reversible", file).GroupBy(r => r[0]).ToList();
        Assert.HasCount(6, rates);
        foreach (var rate in rates)
        {
            var rows = rate.ToList();
            var forward = Peak(rows.Take(801));
            var reverse = Peak(rows.Skip(800));
            Assert.AreEqual(forwardVolts, forward.Potential.Value, 1e-4);
            Assert.AreEqual(reverseVolts, reverse.Potential.Value, 1e-4);
            Assert.AreEqual(Golden[rate.Key].Forward, forward.Current.Value, 1e-4 * Math.Abs(forward.Current.Value));
            Assert.AreEqual(Golden[rate.Key].Reverse, reverse.Current.Value, 1e-4 * Math.Abs(reverse.Current.Value));
            Assert.AreEqual(forward.Current.Value, forward.Height!.Value.Value, 1e-3 * Math.Abs(forward.Current.Value));
            Assert.AreEqual(Golden[rate.Key].Forward > 0, forward.IsAnodic);
            Assert.IsTrue(forward.Flags.IsValid() && reverse.Flags.IsValid());
        }
    }

    [TestMethod]
    public void Find_SweepThatEndsOnTheFlank_SaysThatItIsALimit()
    {
        var rows = SharedData.Rows("synthetic-cv-reversible", "cv_reversible_slow_oxidation.csv").Take(400).ToList();
        CollectionAssert.Contains(Peak(rows).Flags.ToList(), Flag.PeakAtLimit);
    }

    static SweepPeak Peak(IEnumerable<double[]> rows)
    {
        var list = rows.ToList();
        return PeakSearch.Find(list.Select(r => r[2]).ToArray(), list.Select(r => r[3]).ToArray())!;
    }
}
