using CoinRig.Control;

namespace CoinRig.Runs.Tests;

[TestClass]
public sealed class RecorderTests
{
    [TestMethod]
    public void Record_WholeRun_ReadsBackInOrder()
    {
        using var folder = new TempFolder();
        FeedEntry[] entries = [.. RunBuilder.Entries()];
        var path = Recording.Record(folder, entries);

        using var run = RunFileReader.Open(path);
        Assert.AreEqual(RunState.Done, run.Header.State);
        var log = new LogReader();
        run.Replay(log);
        CollectionAssert.AreEqual(LogReader.Expected(entries), log.Lines);
    }
}
