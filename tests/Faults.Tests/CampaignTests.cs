namespace CoinRig.Faults.Tests;

/// <summary>Some seeds of the fault campaign.</summary>
[TestClass]
public sealed class CampaignTests
{
    [TestMethod]
    [DataRow(1)]
    [DataRow(11)]
    [DataRow(21)]
    [DataRow(31)]
    public void Seeds_BreakNoPromise(int first)
    {
        for (var seed = first; seed < first + 10; seed++)
        {
            var judgement = SeededRun.Of(seed);
            Assert.IsEmpty(judgement.Wrong, $"tools/faults --seed {seed}: {string.Join("; ", judgement.Wrong)}");
        }
    }

    /// <summary>Each of these once broke a promise, and something in the gateway was mended.</summary>
    [TestMethod]
    [DataRow(392, DisplayName = "one wrong result while the cell was connected was an output fault")]
    [DataRow(521, DisplayName = "one wrong result while a welded relay was looked for was one")]
    [DataRow(592, DisplayName = "a cell that came back from a current was a welded relay")]
    [DataRow(313, DisplayName = "a cell that was shorted before the first connection was connected")]
    [DataRow(665, DisplayName = "a cell that went beyond its limit while it was connected was seen too late")]
    [DataRow(372, DisplayName = "an ADC whose data register is stuck went unseen")]
    [DataRow(1014, DisplayName = "the charge of a ramp that never arrived was in no segment")]
    [DataRow(3878, DisplayName = "the charge of a ramp on which the process was killed was in no segment")]
    [DataRow(72, DisplayName = "verify took the means of a sweep for scans")]
    [DataRow(128, DisplayName = "verify did not know a current that grew after the last row")]
    [DataRow(1011, DisplayName = "verify did not know a segment that ended before its first row")]
    [DataRow(2085, DisplayName = "a run file whose last change was cut off could not be read")]
    [DataRow(8646, DisplayName = "a cell that opened in a sweep went unseen")]
    [DataRow(7109, DisplayName = "the loop of a series shunt rang between its bounds and did not notice")]
    [DataRow(18653, DisplayName = "verify set an interrupted run against the charge of its ended segments alone")]
    public void FoundSeed_BreaksNoPromise(int seed)
    {
        var judgement = SeededRun.Of(seed);
        Assert.IsEmpty(judgement.Wrong, string.Join("; ", judgement.Wrong));
    }

    [TestMethod]
    public void Seed_Again_GoesTheSameWay()
    {
        var (first, second) = (new List<string>(), new List<string>());
        SeededRun.Of(9, first);
        SeededRun.Of(9, second);
        CollectionAssert.AreEqual(first, second);
        Assert.IsGreaterThan(20, first.Count);
    }

    [TestMethod]
    public void Seeds_TogetherTryEveryFaultOnBothBoards()
    {
        var scenarios = Enumerable.Range(1, 300).Select(Scenario.Draw).ToArray();
        foreach (var type in FaultTypes.All)
        {
            Assert.AreEqual(2, scenarios.Where(s => s.Faults.Any(f => f.Type == type)).Select(s => s.Setting.Board).Distinct().Count(), type.Name);
        }
    }
}
