namespace CoinRig.Coverage.Tests;

/// <summary>Some seeds of the campaign of impedance.</summary>
[TestClass]
public sealed class ImpedanceCampaignTests
{
    [TestMethod]
    public void Parameters_OfGoldenCircuit_AreCovered()
    {
        foreach (var tally in ImpedanceCampaign.Parameters(100, 0.003))
        {
            Assert.AreEqual(0.95, tally.Coverage, 0.06, tally.ToString());
            Assert.IsLessThan(0.35, Math.Abs(tally.BiasInUncertainties), tally.ToString());
            Assert.IsGreaterThanOrEqualTo(0.9, tally.ValidShare, tally.ToString());
        }
    }

    [TestMethod]
    public void RandomCircuits_WithoutGuess_AreFound() => Assert.AreEqual(40, ImpedanceCampaign.RandomCircuits(40).Found);

    [TestMethod]
    public void Drift_IsSeen_WhereThereIsOne()
    {
        Assert.IsGreaterThanOrEqualTo(28, ImpedanceCampaign.Drifting(30, 0.01, 0.3));
        Assert.AreEqual(0, ImpedanceCampaign.Drifting(30, 0.01, 0));
    }
}
