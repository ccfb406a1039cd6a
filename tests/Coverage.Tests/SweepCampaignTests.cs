namespace CoinRig.Coverage.Tests;

/// <summary>Some seeds of the campaign on error bars of voltammograms.</summary>
[TestClass]
public sealed class SweepCampaignTests
{
    [TestMethod]
    public void Reversible_Wave_IsCoveredAndValid()
    {
        foreach (var tally in SweepCampaign.Judge(40))
        {
            Assert.AreEqual(40, tally.Count);
            Assert.IsGreaterThanOrEqualTo(0.9, tally.ValidShare, tally.ToString());
            Assert.IsGreaterThanOrEqualTo(0.8, tally.Coverage, tally.ToString());
        }
    }
}
