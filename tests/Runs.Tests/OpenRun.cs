using CoinRig.Control;

namespace CoinRig.Runs.Tests;

/// <summary>A run that is being recorded, ten scans a second, each a sample.</summary>
sealed class OpenRun : IDisposable
{
    readonly TempFolder _folder = new();
    public OpenRun(CommitRule rule, params IRunReader[] readers)
    {
        File = RunFile.Create(_folder.Path, RunBuilder.Header);
        Recorder = new Recorder(File, Feed, readers, rule);
    }

    public RunFile File { get; }

    public Feed Feed { get; } = new(8192);

    public Recorder Recorder { get; }

    public MadeUpRig Rig { get; } = new(1) { ScansPerSample = 1 };

    public string Path => File.Path;

    public string Folder => _folder.Path;

    public FeedEntry[] Samples(int count)
    {
        var entries = new FeedEntry[count];
        for (var i = 0; i < count; i++)
        {
            entries[i] = RunBuilder.Sample(Rig.Record(6e-5, 1, 0));
        }
        return entries;
    }

    public void Write(params ReadOnlySpan<FeedEntry> entries)
    {
        foreach (ref readonly var entry in entries)
        {
            Assert.IsTrue(Feed.TryWrite(entry));
        }
        Recorder.Drain();
    }

    public void Dispose()
    {
        Recorder.Dispose();
        _folder.Dispose();
    }
}
