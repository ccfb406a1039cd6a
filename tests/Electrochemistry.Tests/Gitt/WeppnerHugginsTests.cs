using CoinRig.Electrochemistry.Gitt;

namespace CoinRig.Electrochemistry.Tests.Gitt;

/// <summary>Golden numbers 7 to 10 and 40 of the reference page.</summary>
[TestClass]
public sealed class WeppnerHugginsTests
{
    [TestMethod]
    public void ShortForm_WithLength_IsGolden() =>
        Assert.AreEqual(8.4882636e-15, WeppnerHuggins.ShortForm(600, 0.010, 0.025) * 5e-6 * 5e-6, 1e-22);

    [TestMethod]
    public void ShortForm_WithMassVolumeAndArea_IsGolden()
    {
        var length = 3.39e-6 * 20.6e-6 / (96.55e-3 * 12.3665e-4);
        Assert.AreEqual(1.1614875e-16, WeppnerHuggins.ShortForm(600, 0.010, 0.025) * length * length, 1e-23);
    }

    [TestMethod]
    public void FullForm_IsGolden() =>
        Assert.AreEqual(2.1109265e-16, WeppnerHuggins.FullForm(61.02e-6, 20.6e-6, 12.3665e-4, -0.55, 4.5e-4), 1e-23);

    [TestMethod]
    public void RateForm_OfInterruption_IsGolden() =>
        Assert.AreEqual(6.9320819e-16, WeppnerHuggins.RateForm(2e-5, 5e-4) * 5.8333333e-7 * 5.8333333e-7, 1e-22);

    [TestMethod]
    public void SlopeForm_OfRelaxation_IsGolden() =>
        Assert.AreEqual(1.1158288e-16, WeppnerHuggins.SlopeForm(600, 7.2217e-3, 7.5e-4) * 5.8333333e-7 * 5.8333333e-7, 1e-22);
}
