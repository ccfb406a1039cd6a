using CoinRig.Control;
using CoinRig.Twin;

namespace CoinRig.CellFaults.Tests;

/// <summary>Some seeds of the campaign on faults of relay and cell.</summary>
[TestClass]
public sealed class CampaignTests
{
    [TestMethod]
    public void Seeds_OnBothFrontEnds_LeaveNothingWrong()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var run = FaultyRun.Of(seed);
            Assert.IsEmpty(run.Wrong, $"seed {seed}: {string.Join("; ", run.Wrong)}");
        }
    }

    [TestMethod]
    public void Seed_Again_GoesTheSameWay()
    {
        var (first, second) = (FaultyRun.Of(3), FaultyRun.Of(3));
        Assert.AreEqual(first.Message, second.Message);
        Assert.AreEqual(first.Watch.LargestAmperes, second.Watch.LargestAmperes);
        Assert.AreEqual(first.Watch.LongestNanoseconds, second.Watch.LongestNanoseconds);
    }

    [TestMethod]
    public void Seeds_TogetherTryEveryFault()
    {
        var scenarios = Enumerable.Range(1, 60).Select(Scenario.Draw).ToArray();
        CollectionAssert.IsSubsetOf(Happening.Names.ToArray(), scenarios.SelectMany(s => s.Happenings).Select(h => h.Name).Distinct().ToArray());
    }

    [TestMethod]
    public void Watch_CurrentAboveTheBound_TellsHowLong()
    {
        var watch = new CurrentWatch(1e-3);
        foreach (var (amperes, nanoseconds) in new[] { (2e-3, 5L), (-2e-3, 7L), (0.5e-3, 100L), (3e-3, 4L) })
        {
            watch.Take(amperes, nanoseconds);
        }
        Assert.AreEqual(12, watch.LongestNanoseconds);
        Assert.AreEqual(3e-3, watch.LargestAmperes);
    }

    [TestMethod]
    public void HealthyRun_DoesNotFail()
    {
        var healthy = Enumerable.Range(1, 200).Where(s => Scenario.Draw(s).Happenings.All(h => h.Name is "relay recovers" or "cell put right")).Select(FaultyRun.Of).ToArray();
        Assert.IsNotEmpty(healthy);
        foreach (var run in healthy)
        {
            // A hold may reach the protocol's own limit of 1 mA; a fault would be a false alarm.
            Assert.AreNotEqual(RunState.Failed, run.State, $"seed {run.Seed}: {run.Message}");
        }
    }
}
