using CoinRig.Telemetry.Broker;
using CoinRig.Telemetry.Publishing;

namespace CoinRig.Telemetry.Tests.Doubles;

/// <summary>Publishers with short times, for tests.</summary>
static class Publishers
{
    public static Topics Topics { get; } = new("lab", "bench-1");

    public static string Samples { get; } = Topics.Samples(1);

    public static TimeSpan Long { get; } = TimeSpan.FromSeconds(60);

    public static PublisherOptions Options(BrokerAddress broker, string clientId = "coinrig-test") => new()
    {
        Broker = broker,
        ClientId = clientId,
        Poll = TimeSpan.FromMilliseconds(10),
        ReconnectDelay = TimeSpan.FromMilliseconds(50),
    };

    public static PublisherOptions Options(EmbeddedBroker broker) => Options(broker.Address, broker.GatewayClientId) with { HoldUnheard = true };

    public static RunPublisher Start(MemoryRun run, PublisherOptions options, Action<string>? notice = null)
    {
        var publisher = new RunPublisher(run, run, Topics, options, TimeProvider.System, notice);
        publisher.Start();
        return publisher;
    }

    public static void AssertAllInOrder(long count, long[] sequences) =>
        CollectionAssert.AreEqual(Enumerable.Range(1, (int)count).Select(i => (long)i).ToArray(), sequences);
}
