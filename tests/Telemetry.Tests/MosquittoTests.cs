using System.Diagnostics;
using CoinRig.Telemetry.Broker;
using CoinRig.Telemetry.Tests.Doubles;

namespace CoinRig.Telemetry.Tests;

[TestClass]
public sealed class MosquittoTests
{
    const int Samples = 50_000;

    public required TestContext TestContext { get; init; }

    CancellationToken Stop => TestContext.CancellationToken;

    [TestMethod, Timeout(120_000)]
    public async Task MosquittoSub_AtTheEmbeddedBroker_GetsEverySampleInOrder()
    {
        Mosquitto.Find("mosquitto_sub");
        var run = new MemoryRun(Samples);
        await using var broker = await EmbeddedBroker.StartAsync(TimeProvider.System, ForeignBroker.FreePort());
        await using var publisher = Publishers.Start(run, Publishers.Options(broker));
        using var subscriber = Mosquitto.Subscribe(broker.Address, Publishers.Samples);
        Publishers.AssertAllInOrder(Samples, await ReadUntilAsync(subscriber, Samples));
        Assert.AreEqual(0, (await publisher.DrainAsync(Publishers.Long)).SamplesLeft);
    }

    [TestMethod, Timeout(120_000)]
    public async Task MosquittoSub_AtMosquitto_GetsEverySampleInOrder()
    {
        await using var mosquitto = await Mosquitto.StartAsync(Stop);
        var run = new MemoryRun(Samples);
        using var subscriber = await SubscribeAsync(mosquitto);
        await using var publisher = Publishers.Start(run, Publishers.Options(mosquitto.Address));
        var received = ReadUntilAsync(subscriber, Samples);
        Assert.IsTrue((await publisher.DrainAsync(Publishers.Long)).IsComplete);
        Publishers.AssertAllInOrder(Samples, await received);
    }

    [TestMethod, Timeout(120_000)]
    public async Task Mosquitto_AwayInTheMiddle_PublishCompletesTheRun()
    {
        await using var mosquitto = await Mosquitto.StartAsync(Stop);
        var run = new MemoryRun(Samples / 2);
        var seen = new List<long>();
        using (var subscriber = await SubscribeAsync(mosquitto))
        await using (var publisher = Publishers.Start(run, Publishers.Options(mosquitto.Address)))
        {
            seen.AddRange(await ReadUntilAsync(subscriber, Samples / 2));
            Assert.IsTrue((await publisher.DrainAsync(Publishers.Long)).IsComplete);
            await mosquitto.KillAsync();
            run.Record(Samples / 2);
            Assert.AreEqual(Samples / 2, (await publisher.DrainAsync(TimeSpan.FromMilliseconds(200))).SamplesLeft);
        }

        await mosquitto.StartAgainAsync(Stop);
        using var back = await SubscribeAsync(mosquitto);
        var rest = ReadUntilAsync(back, Samples);
        await using var publish = Publishers.Start(run, Publishers.Options(mosquitto.Address) with { IsLive = false });
        Assert.IsTrue((await publish.DrainAsync(Publishers.Long)).IsComplete);
        seen.AddRange(await rest);
        Publishers.AssertAllInOrder(Samples, [.. seen.Distinct()]);
    }

    /// <summary>Subscribes and waits until the subscription stands: a retained message comes back.</summary>
    async Task<Process> SubscribeAsync(Mosquitto mosquitto)
    {
        using var gate = await Publishing.BrokerConnection.OpenAsync(Publishers.Topics, Publishers.Options(mosquitto.Address, "gate") with { IsLive = false },
            TimeProvider.System, Stop);
        var message = Publishing.Message.Of("gate", Payloads.StatusPayload.Online, Payloads.PayloadJson.Default.StatusPayload);
        await gate.PublishAsync(message, Stop);
        var subscriber = Mosquitto.Subscribe(mosquitto.Address, Publishers.Samples, "gate");
        Assert.StartsWith("gate", await subscriber.StandardOutput.ReadLineAsync(Stop) ?? "");
        return subscriber;
    }

    async Task<long[]> ReadUntilAsync(Process subscriber, long last)
    {
        var sequences = new List<long>();
        while (sequences.Count == 0 || sequences[^1] < last)
        {
            var line = await subscriber.StandardOutput.ReadLineAsync(Stop) ?? throw new InvalidOperationException("mosquitto_sub ended");
            var topic = line[..line.IndexOf(' ', StringComparison.Ordinal)];
            sequences.AddRange(Subscriber.Sequences([new(topic, line[(topic.Length + 1)..], false)], Publishers.Samples));
        }
        subscriber.Kill();
        await subscriber.WaitForExitAsync(Stop);
        return [.. sequences.Distinct()];
    }
}
