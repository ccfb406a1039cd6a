using CoinRig.Control;
using CoinRig.Runs;
using CoinRig.Telemetry.Publishing;
using CoinRig.Telemetry.Tests.Doubles;

namespace CoinRig.Telemetry.Tests;

[TestClass]
public sealed class RunFilePublishTests
{
    const int Samples = 10_000;

    readonly string _folder = Directory.CreateTempSubdirectory("coinrig-").FullName;

    public required TestContext TestContext { get; init; }

    CancellationToken Stop => TestContext.CancellationToken;

    [TestCleanup]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestMethod, Timeout(60_000)]
    public async Task Publish_RunThatIsRecorded_DeliversItAndKeepsTheCursorInTheFile()
    {
        var feed = new Feed();
        var recorder = new Recorder(RunFile.Create(_folder, new MemoryRun().Header with { RunId = "gitt-ncm523-lpo" }), feed, [], CommitRule.FullSpeed);
        await using var broker = await ForeignBroker.StartAsync();
        await using var subscriber = await Subscriber.OpenAsync(broker.Address, Publishers.Samples, Stop);
        using var source = new RunFileSource(recorder.Path);
        var cursor = new RunFileCursor(recorder.Path, recorder);
        await using (var publisher = new RunPublisher(source, cursor, Publishers.Topics, Publishers.Options(broker.Address), TimeProvider.System))
        {
            publisher.Start();
            Record(recorder, feed, 1, Samples / 2);
            await subscriber.WaitForSampleAsync(Publishers.Samples, 4096, Stop);
            Record(recorder, feed, Samples / 2 + 1, Samples);
            feed.TryWrite(new FeedEntry { Kind = FeedKind.Marker, Marker = new RunEnded(Samples * 100_000_000L, RunState.Done, "") });
            recorder.Dispose();
            Assert.IsTrue((await publisher.DrainAsync(Publishers.Long)).IsComplete);
        }
        await subscriber.WaitForSampleAsync(Publishers.Samples, Samples, Stop);
        Publishers.AssertAllInOrder(Samples, subscriber.Sequences(Publishers.Samples));
        Assert.AreEqual(Samples, cursor.Read("mqtt").Sequence);
    }

    [TestMethod, Timeout(60_000)]
    public async Task Publish_RunFromTheShelf_ContinuesWhereTheFileSays()
    {
        var feed = new Feed();
        var recorder = new Recorder(RunFile.Create(_folder, new MemoryRun().Header with { RunId = "gitt-ncm523-lpo" }), feed, [], CommitRule.FullSpeed);
        Record(recorder, feed, 1, Samples);
        recorder.SaveCursor("mqtt", new RunCursor(Samples - 1000, 0, 0));
        recorder.Dispose();

        await using var broker = await ForeignBroker.StartAsync();
        await using var subscriber = await Subscriber.OpenAsync(broker.Address, Publishers.Samples, Stop);
        using var source = new RunFileSource(recorder.Path);
        await using var publisher = new RunPublisher(source, new RunFileCursor(recorder.Path), Publishers.Topics,
            Publishers.Options(broker.Address) with { IsLive = false }, TimeProvider.System);
        publisher.Start();
        Assert.IsTrue((await publisher.DrainAsync(Publishers.Long)).IsComplete);
        await subscriber.WaitForSampleAsync(Publishers.Samples, Samples, Stop);
        Assert.AreEqual(Samples - 999, subscriber.Sequences(Publishers.Samples)[0]);
        Assert.HasCount(1000, subscriber.Sequences(Publishers.Samples));
    }

    static void Record(Recorder recorder, Feed feed, long first, long last)
    {
        for (var sequence = first; sequence <= last; sequence++)
        {
            Assert.IsTrue(feed.TryWrite(new FeedEntry { Kind = FeedKind.Sample, Sample = MemoryRun.SampleAt(sequence) }));
            recorder.Drain();
        }
        recorder.Commit();
    }
}
