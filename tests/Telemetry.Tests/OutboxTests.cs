using CoinRig.Telemetry.Publishing;
using CoinRig.Telemetry.Tests.Doubles;

namespace CoinRig.Telemetry.Tests;

[TestClass]
public sealed class OutboxTests
{
    [TestMethod]
    public void Settle_ConnectionBrokeBehindAnAcknowledgement_CountsOnlyWhatWasAcknowledged()
    {
        var run = new MemoryRun(1000);
        var outbox = new Outbox(run, run, Publishers.Topics, Publishers.Options(new BrokerAddress("127.0.0.1", 1883)) with { SamplesPerMessage = 100 });
        var first = outbox.Next()!;
        var second = outbox.Next()!;
        outbox.Next();
        first.Delivery = Delivery.Acknowledged;
        second.Delivery = Delivery.Failed;
        outbox.Settle(first);
        Assert.AreEqual(100, outbox.DeliveredSequence);

        outbox.Break();
        Assert.AreEqual(200, outbox.Next()!.Position);
    }
}
