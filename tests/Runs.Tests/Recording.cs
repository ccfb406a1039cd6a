using CoinRig.Control;

namespace CoinRig.Runs.Tests;

/// <summary>Records made-up feeds.</summary>
static class Recording
{
    public static string Record(TempFolder folder, IEnumerable<FeedEntry> entries, CommitRule? rule = null, params IRunReader[] readers)
    {
        var feed = new Feed(1024);
        using var recorder = new Recorder(RunFile.Create(folder.Path, RunBuilder.Header), feed, readers, rule ?? CommitRule.FullSpeed);
        foreach (var entry in entries)
        {
            Write(feed, recorder, entry);
        }
        return recorder.Path;
    }

    public static void Write(Feed feed, Recorder recorder, in FeedEntry entry)
    {
        if (!feed.TryWrite(entry))
        {
            recorder.Drain();
            Assert.IsTrue(feed.TryWrite(entry));
        }
    }
}
