namespace CoinRig.Coverage.Tests;

/// <summary>A few seeds of the campaigns on half cycles, resistances, dQ/dV and fade.</summary>
[TestClass]
public sealed class CyclingCampaignTests
{
    [TestMethod]
    public void HalfCycles_IntervalsHoldWhatPassed() => Check(HalfCycleCampaign.Tallies(12), 0.8);

    [TestMethod]
    public void Resistances_IntervalsHoldTheStepsOwn() => Check(StepResistanceCampaign.Tallies(25), 0.8);

    [TestMethod]
    public void Peaks_IntervalsHoldTheBell() => Check(DifferentialPeakCampaign.Tallies(30), 0.85);

    [TestMethod]
    public void Fade_IntervalsHoldTheLaw() => Check(FadeCampaign.Tallies(40), 0.85);

    static void Check(IReadOnlyList<Tally> tallies, double leastCoverage)
    {
        foreach (var tally in tallies)
        {
            Assert.IsGreaterThanOrEqualTo(0.9, tally.ValidShare, tally.ToString());
            Assert.IsGreaterThanOrEqualTo(leastCoverage, tally.Coverage, tally.ToString());
        }
    }
}
