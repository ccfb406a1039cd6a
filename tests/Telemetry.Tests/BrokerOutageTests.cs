using System.Net;
using System.Net.Sockets;
using CoinRig.Telemetry.Tests.Doubles;
using MQTTnet.Protocol;

namespace CoinRig.Telemetry.Tests;

[TestClass]
public sealed class BrokerOutageTests
{
    public required TestContext TestContext { get; init; }

    CancellationToken Stop => TestContext.CancellationToken;

    [TestMethod, Timeout(60_000)]
    public async Task Broker_StoppedInTheMiddle_IsCompletedWhenItComesBack()
    {
        var run = new MemoryRun(60_000);
        var passed = 0;
        var stopped = new TaskCompletionSource();
        await using var broker = await ForeignBroker.StartAsync(server =>
        {
            server.InterceptingPublishAsync += e =>
            {
                if (e.ApplicationMessage.Topic == Publishers.Samples && Interlocked.Increment(ref passed) == 100)
                {
                    stopped.TrySetResult();
                }
                return Task.CompletedTask;
            };
            return Task.CompletedTask;
        });
        await using var before = await Subscriber.OpenAsync(broker.Address, Publishers.Samples, Stop);
        await using var publisher = Publishers.Start(run, Publishers.Options(broker.Address));
        await stopped.Task;
        await broker.StopAsync();
        run.Record(5_000);

        await broker.StartAgainAsync();
        await using var after = await Subscriber.OpenAsync(broker.Address, Publishers.Samples, Stop);
        run.Record(5_000);
        Assert.IsTrue((await publisher.DrainAsync(Publishers.Long)).IsComplete);
        await after.WaitForSampleAsync(Publishers.Samples, 70_000, Stop);
        Assert.AreEqual(70_000, publisher.DeliveredSequence);
        Assert.IsGreaterThan(0, before.Sequences(Publishers.Samples).Length);
    }

    [TestMethod, Timeout(60_000)]
    public async Task Connection_BrokenAgainAndAgain_EverySampleArrivesInOrderAfterDroppingRepeats()
    {
        var run = new MemoryRun(40_000);
        var passed = 0;
        await using var broker = await ForeignBroker.StartAsync(server =>
        {
            server.InterceptingPublishAsync += e =>
            {
                // Every 40th batch is passed on, but its acknowledgement never reaches the publisher.
                e.CloseConnection = e.ApplicationMessage.Topic == Publishers.Samples && Interlocked.Increment(ref passed) % 40 == 0;
                return Task.CompletedTask;
            };
            return Task.CompletedTask;
        });
        await using var subscriber = await Subscriber.OpenAsync(broker.Address, Publishers.Samples, Stop);
        await using var publisher = Publishers.Start(run, Publishers.Options(broker.Address));
        Assert.IsTrue((await publisher.DrainAsync(Publishers.Long)).IsComplete);
        await subscriber.WaitForSampleAsync(Publishers.Samples, 40_000, Stop);
        var all = Subscriber.Sequences(subscriber.Received, Publishers.Samples).ToArray();
        Assert.IsGreaterThan(40_000, all.Length, "the break should have cost repeats");
        Publishers.AssertAllInOrder(40_000, subscriber.Sequences(Publishers.Samples));
        Assert.AreEqual(0, run.StepsBack);
    }

    [TestMethod, Timeout(60_000)]
    public async Task Broker_Missing_DrainReturnsInTimeAndTellsTheRest()
    {
        var notices = new List<string>();
        await using var publisher = Publishers.Start(new MemoryRun(123), Publishers.Options(new BrokerAddress("127.0.0.1", ForeignBroker.FreePort())), notices.Add);
        var left = await publisher.DrainAsync(TimeSpan.FromMilliseconds(300));
        Assert.AreEqual(123, left.SamplesLeft);
        Assert.IsFalse(string.IsNullOrEmpty(left.Problem));
        Assert.HasCount(1, notices, "a broker that stays away is told once");
        StringAssert.Contains(notices[0], "trying again");
    }

    [TestMethod, Timeout(60_000)]
    [DataRow(true)]
    [DataRow(false)]
    public async Task Broker_ThatNeverAnswers_IsGivenUpAndTriedAgain(bool accepts)
    {
        await using var broker = new SilentBroker(accepts);
        var run = new MemoryRun(500);
        var short_ = TimeSpan.FromMilliseconds(100);
        await using var publisher = Publishers.Start(run, Publishers.Options(broker.Address) with
        {
            ConnectTimeout = short_,
            AnswerTimeout = short_,
            StopTimeout = short_,
        });
        while (broker.Connections < 2)
        {
            var left = await publisher.DrainAsync(short_);
            Assert.AreEqual(500, left.SamplesLeft);
        }
        Assert.AreEqual(default, run.Read("mqtt"));
    }

    [TestMethod, Timeout(60_000)]
    public async Task Broker_ThatRefusesSamples_IsToldInWordsAndMovesNoCursor()
    {
        await using var broker = await ForeignBroker.StartAsync(server =>
        {
            server.InterceptingPublishAsync += e =>
            {
                if (e.ApplicationMessage.Topic == Publishers.Samples)
                {
                    e.ProcessPublish = false;
                    e.Response.ReasonCode = MqttPubAckReasonCode.NotAuthorized;
                }
                return Task.CompletedTask;
            };
            return Task.CompletedTask;
        });
        var run = new MemoryRun(500);
        var refused = new TaskCompletionSource<string>();
        await using var publisher = Publishers.Start(run, Publishers.Options(broker.Address), notice =>
        {
            if (notice.Contains("NotAuthorized", StringComparison.Ordinal))
            {
                refused.TrySetResult(notice);
            }
        });
        StringAssert.Contains(await refused.Task, Publishers.Samples);
        Assert.AreEqual(500, (await publisher.DrainAsync(TimeSpan.FromMilliseconds(100))).SamplesLeft);
        Assert.AreEqual(default, run.Read("mqtt"));
    }

    [TestMethod, Timeout(60_000)]
    public async Task Gateway_Stopped_SaysDisconnectSoThatNoWillIsPublished()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var connected = new TaskCompletionSource();
        var address = new BrokerAddress("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port);
        var publisher = Publishers.Start(new MemoryRun(), Publishers.Options(address) with { IsLive = false }, _ => connected.TrySetResult());
        using var client = await listener.AcceptTcpClientAsync(Stop);
        await client.GetStream().WriteAsync(SilentBroker.Accepted, Stop);
        await connected.Task;
        await publisher.DisposeAsync();

        using var said = new MemoryStream();
        await client.GetStream().CopyToAsync(said, Stop);
        byte[] disconnect = [0xE0, 0x02, 0x00, 0x00];
        CollectionAssert.AreEqual(disconnect, said.ToArray()[^4..]);
    }

    [TestMethod, Timeout(60_000)]
    public async Task Gateway_Killed_LeavesItsWill()
    {
        await using var broker = await ForeignBroker.StartAsync();
        await using var subscriber = await Subscriber.OpenAsync(broker.Address, Publishers.Topics.Status, Stop);
        using (await Publishing.BrokerConnection.OpenAsync(Publishers.Topics, Publishers.Options(broker.Address), TimeProvider.System, Stop))
        {
            Assert.IsEmpty(subscriber.Received);
        }
        await subscriber.WaitAsync(all => all.Count > 0, Stop);
        Assert.AreEqual("""{"status":"offline"}""", subscriber.Received[0].Text);
        await using var late = await Subscriber.OpenAsync(broker.Address, Publishers.Topics.Status, Stop);
        await late.WaitAsync(all => all.Any(m => m.IsRetained), Stop);
    }
}
