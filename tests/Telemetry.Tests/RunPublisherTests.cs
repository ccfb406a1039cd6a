using CoinRig.Control;
using CoinRig.Runs;
using CoinRig.Telemetry.Broker;
using CoinRig.Telemetry.Payloads;
using CoinRig.Telemetry.Tests.Doubles;

namespace CoinRig.Telemetry.Tests;

[TestClass]
public sealed class RunPublisherTests
{
    public required TestContext TestContext { get; init; }

    CancellationToken Stop => TestContext.CancellationToken;

    [TestMethod, Timeout(60_000)]
    public async Task Publish_RunThatGrows_ReachesASubscriberInOrder()
    {
        var run = new MemoryRun(1000);
        await using var broker = await EmbeddedBroker.StartAsync(TimeProvider.System, ForeignBroker.FreePort());
        await using var subscriber = await Subscriber.OpenAsync(broker.Address, Publishers.Topics.Everything, Stop);
        await using var publisher = Publishers.Start(run, Publishers.Options(broker));
        await subscriber.WaitAsync(all => all.Any(m => m.Topic == Publishers.Samples), Stop);
        run.Record(30_000);
        run.Record(MemoryRun.Result);
        run.Record(new RigEvent(1, "connected", EventSeverity.Note, "The cell is connected."));
        var left = await publisher.DrainAsync(Publishers.Long);
        Assert.IsTrue(left.IsComplete);
        Assert.IsTrue(await broker.FlushAsync(Publishers.Long));
        await subscriber.WaitAsync(all => all.Any(m => m.Topic == Publishers.Topics.Result(1)) && all.Any(m => m.Topic == Publishers.Topics.Event(1)), Stop);
        Publishers.AssertAllInOrder(31_000, subscriber.Sequences(Publishers.Samples));
        Assert.AreEqual(31_000, publisher.DeliveredSequence);
    }

    [TestMethod, Timeout(60_000)]
    public async Task Publish_NobodySubscribes_HoldsTheRunUntilSomebodyDoes()
    {
        var run = new MemoryRun(20_000);
        await using var broker = await EmbeddedBroker.StartAsync(TimeProvider.System, ForeignBroker.FreePort());
        await using var publisher = Publishers.Start(run, Publishers.Options(broker));
        var unheard = await publisher.DrainAsync(Publishers.Long);
        Assert.IsTrue(unheard.IsUnheard);
        Assert.AreEqual(20_000, unheard.SamplesLeft);

        await using var late = await Subscriber.OpenAsync(broker.Address, Publishers.Samples, Stop);
        await late.WaitForSampleAsync(Publishers.Samples, 20_000, Stop);
        Publishers.AssertAllInOrder(20_000, late.Sequences(Publishers.Samples));
        Assert.AreEqual(0, (await publisher.DrainAsync(Publishers.Long)).SamplesLeft);
    }

    [TestMethod, Timeout(60_000)]
    public async Task Publish_LiveRun_AnnouncesItselfAndSaysGoodbye()
    {
        var run = new MemoryRun(10);
        await using var broker = await ForeignBroker.StartAsync();
        await using var early = await Subscriber.OpenAsync(broker.Address, Publishers.Topics.Everything, Stop);
        var state = StatePayload.Of(run.Header, MemoryRun.SampleAt(10), RunState.Running, "gitt");
        var publisher = Publishers.Start(run, Publishers.Options(broker.Address) with { State = () => state });
        await early.WaitAsync(all => all.Any(m => m.Topic == Publishers.Topics.State(1)), Stop);
        CollectionAssert.AreEqual(new[] { Publishers.Topics.Status, Publishers.Topics.Info }, early.Received.Take(2).Select(m => m.Topic).ToArray());

        await using (var late = await Subscriber.OpenAsync(broker.Address, Publishers.Topics.Everything, Stop))
        {
            await late.WaitAsync(all => all.Count(m => m.IsRetained) >= 3, Stop);
            var retained = late.Received.Where(m => m.IsRetained).ToDictionary(m => m.Topic, m => m.Text);
            Assert.AreEqual("""{"status":"online"}""", retained[Publishers.Topics.Status]);
            StringAssert.Contains(retained[Publishers.Topics.Info], "\"protocol\":\"gitt\"");
            StringAssert.Contains(retained[Publishers.Topics.State(1)], "\"state\":\"running\"");
        }
        await publisher.DisposeAsync();
        await early.WaitAsync(all => all.Any(m => m.Topic == Publishers.Topics.Status && m.Text.Contains("offline", StringComparison.Ordinal)), Stop);
    }

    [TestMethod, Timeout(60_000)]
    public async Task Publish_RunFromTheShelf_SaysNothingOfTheRig()
    {
        var run = new MemoryRun(10);
        run.Record(new RigEvent(1, "relay-welded", EventSeverity.Alarm, "Open the box."));
        await using var broker = await ForeignBroker.StartAsync();
        await using var subscriber = await Subscriber.OpenAsync(broker.Address, Publishers.Topics.Everything, Stop);
        await using (var publisher = Publishers.Start(run, Publishers.Options(broker.Address) with { IsLive = false }))
        {
            Assert.IsTrue((await publisher.DrainAsync(Publishers.Long)).IsComplete);
        }
        await subscriber.WaitAsync(all => all.Count >= 2, Stop);
        CollectionAssert.AreEquivalent(new[] { Publishers.Samples, Publishers.Topics.Event(1) }, subscriber.Received.Select(m => m.Topic).ToArray());
    }

    [TestMethod, Timeout(60_000)]
    public async Task Publish_Alarm_IsRetainedUntilItIsCleared()
    {
        var run = new MemoryRun();
        var alarm = Publishers.Topics.Alarm("relay-welded");
        await using var broker = await ForeignBroker.StartAsync();
        await using var publisher = Publishers.Start(run, Publishers.Options(broker.Address));
        run.Record(new RigEvent(1, "relay-welded", EventSeverity.Alarm, "Open the box."));
        Assert.IsTrue((await publisher.DrainAsync(Publishers.Long)).IsComplete);

        await using var first = await Subscriber.OpenAsync(broker.Address, alarm, Stop);
        await first.WaitAsync(all => all.Any(m => m.IsRetained && m.Text.Contains("Open the box.", StringComparison.Ordinal)), Stop);
        publisher.ClearAlarm("relay-welded");
        await first.WaitAsync(all => all[^1].Text.Length == 0, Stop);

        await using var second = await Subscriber.OpenAsync(broker.Address, Publishers.Topics.Everything, Stop);
        await second.WaitAsync(all => all.Any(m => m.Topic == Publishers.Topics.Info), Stop);
        Assert.IsFalse(second.Received.Any(m => m.Topic == alarm));
    }

    [TestMethod, Timeout(60_000)]
    public async Task Publish_Again_ContinuesAtTheCursorOrStartsOver()
    {
        var run = new MemoryRun(1000);
        await using var broker = await ForeignBroker.StartAsync();
        await using (var publisher = Publishers.Start(run, Publishers.Options(broker.Address)))
        {
            Assert.IsTrue((await publisher.DrainAsync(Publishers.Long)).IsComplete);
        }
        Assert.AreEqual(new RunCursor(1000, 0, 0), run.Read("mqtt"));

        run.Record(500);
        await using var subscriber = await Subscriber.OpenAsync(broker.Address, Publishers.Samples, Stop);
        await using (var rest = Publishers.Start(run, Publishers.Options(broker.Address)))
        {
            Assert.IsTrue((await rest.DrainAsync(Publishers.Long)).IsComplete);
        }
        await subscriber.WaitForSampleAsync(Publishers.Samples, 1500, Stop);
        Assert.AreEqual(1001, subscriber.Sequences(Publishers.Samples)[0]);

        await using var again = await Subscriber.OpenAsync(broker.Address, Publishers.Samples, Stop);
        await using (var whole = Publishers.Start(run, Publishers.Options(broker.Address) with { FromStart = true }))
        {
            Assert.IsTrue((await whole.DrainAsync(Publishers.Long)).IsComplete);
        }
        await again.WaitForSampleAsync(Publishers.Samples, 1500, Stop);
        Publishers.AssertAllInOrder(1500, again.Sequences(Publishers.Samples));
        Assert.AreEqual(0, run.StepsBack);
    }
}
