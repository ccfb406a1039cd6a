namespace CoinRig.Control.Tests;

[TestClass]
public sealed class FeedTests
{
    [TestMethod]
    public void Feed_Full_RefusesAndKeepsOrder()
    {
        var feed = new Feed(4);
        var entry = new FeedEntry();
        for (var i = 1; i <= 4; i++)
        {
            entry.Sample.Sequence = i;
            Assert.IsTrue(feed.TryWrite(entry));
        }
        Assert.IsFalse(feed.TryWrite(entry));
        for (var i = 1; i <= 4; i++)
        {
            Assert.IsTrue(feed.TryRead(out var read));
            Assert.AreEqual(i, read.Sample.Sequence);
        }
        Assert.IsFalse(feed.TryRead(out _));
    }

    [TestMethod]
    public void Feed_TwoThreads_DeliverEverythingInOrder()
    {
        const int Entries = 200_000;
        var feed = new Feed(256);
        var outOfOrder = 0;
        var reader = new Thread(() =>
        {
            for (var expected = 1L; expected <= Entries;)
            {
                if (feed.TryRead(out var read))
                {
                    outOfOrder += read.Sample.Sequence == expected++ ? 0 : 1;
                }
            }
        });
        reader.Start();
        var entry = new FeedEntry();
        for (var i = 1; i <= Entries;)
        {
            entry.Sample.Sequence = i;
            if (feed.TryWrite(entry))
            {
                i++;
            }
        }
        reader.Join();
        Assert.AreEqual(0, outOfOrder);
    }

    [TestMethod]
    public void Writer_FullInRealTime_IsAFault()
    {
        var writer = new FeedWriter(new Feed(2), whenFull: null);
        writer.Write(new Sample(), default);
        writer.Write(new Sample(), default);
        var fault = Assert.ThrowsExactly<RecordingFailedException>(() => writer.Write(new Sample(), default));
        StringAssert.Contains(fault.Message, "disk");
    }

    [TestMethod]
    public void Writer_RecorderFailed_SaysWhy()
    {
        var feed = new Feed(2) { ReaderFault = new IOException("No space left on device") };
        var fault = Assert.ThrowsExactly<RecordingFailedException>(() => new FeedWriter(feed, () => { }).ThrowIfReaderFailed());
        StringAssert.Contains(fault.Message, "No space left on device");
    }
}
