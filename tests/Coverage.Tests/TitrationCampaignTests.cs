namespace CoinRig.Coverage.Tests;

/// <summary>Two seeds of the campaign on error bars of titrations, both cells.</summary>
[TestClass]
public sealed class TitrationCampaignTests
{
    static readonly Lazy<List<TitratedPulse>[]> Coated = new(() => TitrationCampaign.Run("ncm523-lpo", Titration.Accurate, 2));
    static readonly Lazy<List<TitratedPulse>[]> Pristine = new(() => TitrationCampaign.Run("ncm523-pristine", Titration.Accurate, 2));

    [TestMethod]
    public void Accurate_BetweenTenAndNinetyPercent_FindsTheModelsD()
    {
        foreach (var seeds in new[] { Coated.Value, Pristine.Value })
        {
            var pulses = TitrationTable.Inside(seeds);
            Assert.IsTrue(pulses.Count > 100);
            Assert.IsTrue(TitrationTable.Median(pulses.Select(p => Math.Abs(p.ErrorWithoutGeometry))) < 0.01);
            Assert.IsTrue(TitrationTable.Median(pulses.Select(p => p.RelativeWithoutGeometry)) < 0.02);
            Assert.IsTrue(pulses.Count(p => p.IsValid) >= 0.9 * pulses.Count);
        }
    }

    [TestMethod]
    public void Accurate_WithoutGeometry_IsCoveredByTheBudget()
    {
        foreach (var seeds in new[] { Coated.Value, Pristine.Value })
        {
            var pulses = TitrationTable.Inside(seeds);
            var covered = pulses.Count(p => Math.Abs(p.ErrorWithoutGeometry) <= 1.96 * p.RelativeWithoutGeometry);
            Assert.IsTrue(covered >= 0.9 * pulses.Count, $"{covered} of {pulses.Count}");
        }
    }

    [TestMethod]
    public void CoatedCell_PolarizesLess()
    {
        var coated = TitrationTable.At(Coated.Value, 0.5).Average(p => p.Polarization);
        var pristine = TitrationTable.At(Pristine.Value, 0.5).Average(p => p.Polarization);
        Assert.IsTrue(coated < 0.5 * pristine, $"{coated} V against {pristine} V");
    }

    [TestMethod]
    public void PaperLike_LongPulsesAndShortRests_AreFlagged()
    {
        var pulses = TitrationTable.Inside(TitrationCampaign.Run("ncm523-lpo", Titration.PaperLike, 1));
        Assert.IsTrue(pulses.Where(p => p.Composition > 0.8).All(p => p.Flags.Contains("rest-too-short")));
        Assert.IsTrue(pulses.Where(p => p.Composition < 0.35).All(p => p.Flags.Contains("step-too-large") && !p.IsValid));
    }

    [TestMethod]
    public void Seed_Again_GivesTheSamePulses()
    {
        var again = TitrationCampaign.Run("ncm523-lpo", Titration.Accurate, 1)[0];
        CollectionAssert.AreEqual(Coated.Value[0].Select(p => (p.D, p.Uncertainty)).ToList(), again.Select(p => (p.D, p.Uncertainty)).ToList());
    }
}
