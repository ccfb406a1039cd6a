namespace CoinRig.Runs.Tests;

/// <summary>How a run comes to its file.</summary>
[TestClass]
public sealed class ClaimTests
{
    [TestMethod]
    public void Create_WhereAProgramWasKilledBeforeItsHeader_TakesThatFile()
    {
        using var folder = new TempFolder();
        var left = folder.File($"{RunNames.Numbered(RunBuilder.Header.RunId, 1)}{RunNames.Extension}");
        File.WriteAllBytes(left, []);
        using var file = RunFile.Create(folder.Path, RunBuilder.Header);
        Assert.AreEqual(left, file.Path);
        Assert.IsFalse(UnbegunRun.IsOne(left));
    }

    [TestMethod]
    public void Create_WhereAnotherProcessIsAboutToWriteItsHeader_TakesTheNextNumber()
    {
        using var folder = new TempFolder();
        var theirs = folder.File($"{RunNames.Numbered(RunBuilder.Header.RunId, 1)}{RunNames.Extension}");
        File.WriteAllBytes(theirs, []);
        using (RunFileLock.Take(theirs))
        using (var file = RunFile.Create(folder.Path, RunBuilder.Header))
        {
            StringAssert.EndsWith(file.Path, $"__002{RunNames.Extension}");
        }
        Assert.AreEqual(0, new FileInfo(theirs).Length);
    }
}
