namespace CoinRig.Supervision.Tests;

[TestClass]
public sealed class CauseWordsTests
{
    [TestMethod]
    public void EveryCause_HasItsCodeMeaningAndCure()
    {
        foreach (var cause in Enum.GetValues<TripCause>())
        {
            Assert.MatchesRegex("^[a-z]+(-[a-z]+)*$", cause.Code());
            Assert.DoesNotContain("does not know", cause.Meaning(), $"{cause}");
            Assert.AreEqual(cause is TripCause.None or TripCause.Button, cause.Cure().Length == 0, $"{cause}");
            Assert.DoesNotContain("belongs to this program", cause.Cure(), $"{cause}");
        }
        Assert.HasCount(Enum.GetValues<TripCause>().Length, Enum.GetValues<TripCause>().Select(c => c.Meaning()).Distinct().ToArray());
    }

    [TestMethod]
    public void UnknownCause_OfNewerFirmware_IsSaid() => Assert.Contains("99", ((TripCause)99).Meaning());
}
