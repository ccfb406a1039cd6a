namespace CoinRig.Coverage.Tests;

/// <summary>Some seeds of the campaigns on a cell of constant D and slope, and of those with a planted defect.</summary>
[TestClass]
public sealed class LinearCampaignTests
{
    const int Seeds = 12, DefectSeeds = 2;

    [TestMethod]
    public void Titrations_AreValidAndCovered() => AssertCovered(LinearGittCampaign.Judge(Seeds));

    [TestMethod]
    public void Interruptions_AreValidAndCovered() => AssertCovered(LinearIciCampaign.Judge(Seeds));

    [TestMethod]
    public void PotentialSteps_AreValidAndCovered() => AssertCovered(LinearPittCampaign.Judge(Seeds));

    [TestMethod]
    public void PlantedDefects_AreFlagged_CleanDataAreNot()
    {
        foreach (var defect in PlantedDefect.All)
        {
            Assert.AreEqual(defect.Flag.Length == 0 ? 0 : 1, FlagsCampaign.Share(defect, DefectSeeds), defect.Name);
        }
    }

    static void AssertCovered(IReadOnlyList<Tally> tallies)
    {
        foreach (var tally in tallies)
        {
            Assert.AreEqual(Seeds, tally.Count);
            Assert.AreEqual(1, tally.ValidShare, tally.ToString());
            Assert.IsTrue(tally.Coverage >= (Seeds - 3.0) / Seeds, tally.ToString());
        }
    }
}
