using CoinRig.HostileFiles;

namespace CoinRig.InstrumentFiles.Tests;

/// <summary>A few seeds of the campaign tools/hostile-files: random edits never crash, hang, or change in silence what they must not.</summary>
[TestClass]
public sealed class HostileTests
{
    const int Seeds = 400;

    [TestMethod]
    public void RandomEdits_OfRecordings_AreNeverReadInSilence()
    {
        if (!Directory.Exists(SharedData.Folder))
        {
            Assert.Inconclusive("The recordings are not there: put them beside the checkout as ../shared/data, or name their folder in COINRIG_DATA.");
        }
        var subjects = Recordings.In(SharedData.Folder);
        var attempts = Enumerable.Range(0, Seeds).Select(s => Attempt.Make(subjects, s)).ToList();
        Assert.IsEmpty(attempts.Where(static a => a.IsBad).Select(static a => $"seed {a.Seed}: {a.File}, {a.Edit}: {a.Outcome}: {a.Detail}"));
        foreach (var outcome in new[] { Outcome.Refused, Outcome.Warned, Outcome.ItsRow })
        {
            Assert.IsTrue(attempts.Exists(a => a.Outcome == outcome), $"no edit was {outcome}: the campaign does not reach what it is for");
        }
    }

    [TestMethod]
    public void RandomBytes_AsAFile_AreRefused()
    {
        Random random = new(1);
        for (var i = 0; i < 200; i++)
        {
            var bytes = new byte[random.Next(1, 5000)];
            random.NextBytes(bytes);
            Assert.IsNotNull(Attempt.Read(bytes).Refusal);
        }
    }
}
