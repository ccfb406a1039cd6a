using System.Net;
using System.Net.Sockets;
using CoinRig.Telemetry.Broker;
using CoinRig.Telemetry.Tests.Doubles;
using MQTTnet;
using MQTTnet.Protocol;

namespace CoinRig.Telemetry.Tests;

[TestClass]
public sealed class EmbeddedBrokerTests
{
    public required TestContext TestContext { get; init; }

    CancellationToken Stop => TestContext.CancellationToken;

    [TestMethod, Timeout(60_000)]
    public async Task Start_PortTaken_TakesTheNextFreeOne()
    {
        var port = ForeignBroker.FreePort();
        await using var first = await EmbeddedBroker.StartAsync(TimeProvider.System, port);
        await using var second = await EmbeddedBroker.StartAsync(TimeProvider.System, port);
        Assert.AreEqual(port, first.Address.Port);
        Assert.IsGreaterThan(port, second.Address.Port);
    }

    [TestMethod, Timeout(60_000)]
    public async Task Start_Always_ListensOnLoopbackOnly()
    {
        await using var broker = await EmbeddedBroker.StartAsync(TimeProvider.System, ForeignBroker.FreePort());
        using var everywhere = new TcpListener(IPAddress.Parse("127.0.0.2"), broker.Address.Port);
        everywhere.Start();
    }

    [TestMethod, Timeout(60_000)]
    public async Task Publish_ByAStranger_IsRefusedAndTheConnectionStays()
    {
        await using var broker = await EmbeddedBroker.StartAsync(TimeProvider.System, ForeignBroker.FreePort());
        using var stranger = new MqttClientFactory().CreateMqttClient();
        await stranger.ConnectAsync(new MqttClientOptionsBuilder().WithTcpServer(broker.Address.Host, broker.Address.Port)
            .WithProtocolVersion(MQTTnet.Formatter.MqttProtocolVersion.V500).Build(), Stop);
        Assert.AreEqual(MqttClientPublishReasonCode.NotAuthorized, await PublishAsync(stranger, Publishers.Samples));
        Assert.AreEqual(MqttClientPublishReasonCode.NotAuthorized, await PublishAsync(stranger, Publishers.Topics.Status));
        Assert.AreNotEqual(MqttClientPublishReasonCode.NotAuthorized, await PublishAsync(stranger, Publishers.Topics.SinkCursor("influx")));
        Assert.IsTrue(stranger.IsConnected);
    }

    [TestMethod, Timeout(60_000)]
    public async Task Flush_SubscriberBehind_WaitsUntilItHasEverything()
    {
        var run = new MemoryRun(50_000);
        await using var broker = await EmbeddedBroker.StartAsync(TimeProvider.System, ForeignBroker.FreePort());
        await using var subscriber = await Subscriber.OpenAsync(broker.Address, Publishers.Samples, Stop, MqttQualityOfServiceLevel.AtMostOnce);
        await using (var publisher = Publishers.Start(run, Publishers.Options(broker)))
        {
            Assert.IsTrue((await publisher.DrainAsync(Publishers.Long)).IsComplete);
        }
        Assert.IsTrue(await broker.FlushAsync(Publishers.Long));
        await broker.DisposeAsync();
        await subscriber.WaitForSampleAsync(Publishers.Samples, 50_000, Stop);
        Publishers.AssertAllInOrder(50_000, subscriber.Sequences(Publishers.Samples));
    }

    async Task<MqttClientPublishReasonCode> PublishAsync(IMqttClient client, string topic) =>
        (await client.PublishAsync(new MqttApplicationMessageBuilder().WithTopic(topic).WithPayload("{}")
            .WithQualityOfServiceLevel(MqttQualityOfServiceLevel.AtLeastOnce).Build(), Stop)).ReasonCode;
}
