using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using MQTTnet;
using MQTTnet.LowLevelClient;
using MQTTnet.Packets;
using MQTTnet.Protocol;

namespace CoinRig.Telemetry.Tests.Doubles;

/// <summary>A message as a subscriber got it.</summary>
sealed record Received(string Topic, string Text, bool IsRetained)
{
    const string Mark = "\"seq\":";

    /// <summary>The sequence number that stands last in it; 0 where none does.</summary>
    public long LastSequence { get; } = Text.LastIndexOf(Mark, StringComparison.Ordinal) is var at and >= 0
        ? long.Parse(Text.AsSpan(at + Mark.Length, Text.AsSpan(at + Mark.Length).IndexOfAny(",}")), CultureInfo.InvariantCulture)
        : 0;
}

/// <summary>
/// A subscriber that keeps what it gets, packet by packet until its connection ends, and wakes who waits for it. The library's
/// own client will not do: it throws away what it has read but not handed out when the connection ends, and hides a mistake
/// made while handing out.
/// </summary>
sealed class Subscriber : IAsyncDisposable
{
    readonly ILowLevelMqttClient _client = new MqttClientFactory().CreateLowLevelMqttClient();
    readonly TaskCompletionSource _subscribed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly Lock _lock = new();
    readonly List<Received> _received = [];
    Task _reading = Task.CompletedTask;
    Exception? _end;
    TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<Received> Received
    {
        get
        {
            lock (_lock)
            {
                return [.. _received];
            }
        }
    }

    public static async Task<Subscriber> OpenAsync(BrokerAddress broker, string filter, CancellationToken stop,
        MqttQualityOfServiceLevel quality = MqttQualityOfServiceLevel.AtLeastOnce)
    {
        var subscriber = new Subscriber();
        var client = subscriber._client;
        await client.ConnectAsync(new MqttClientOptionsBuilder().WithTcpServer(broker.Host, broker.Port).Build(), stop);
        await client.SendAsync(new MqttConnectPacket { ClientId = $"subscriber-{Guid.NewGuid():N}", CleanSession = true }, stop);
        Assert.IsInstanceOfType<MqttConnAckPacket>(await client.ReceiveAsync(stop));
        subscriber._reading = subscriber.ReadAsync();
        await client.SendAsync(new MqttSubscribePacket
        {
            PacketIdentifier = 1,
            TopicFilters = [new() { Topic = filter, QualityOfServiceLevel = quality }],
        }, stop);
        await subscriber._subscribed.Task.WaitAsync(stop);
        return subscriber;
    }

    /// <summary>Waits until what was received satisfies a condition.</summary>
    public async Task WaitAsync(Func<IReadOnlyList<Received>, bool> condition, CancellationToken stop)
    {
        while (true)
        {
            Task news;
            lock (_lock)
            {
                if (condition(_received))
                {
                    return;
                }
                if (_end is not null)
                {
                    throw new InvalidOperationException($"The subscriber ended after {_received.Count} messages. {_end.Message}", _end);
                }
                news = _news.Task;
            }
            await news.WaitAsync(stop);
        }
    }

    public Task WaitForSampleAsync(string topic, long sequence, CancellationToken stop) =>
        WaitAsync(all => all.Any(m => m.Topic == topic && m.LastSequence >= sequence), stop);

    /// <summary>Sequence numbers in the order of their arrival, repeats dropped.</summary>
    public long[] Sequences(string topic) => [.. Sequences(Received, topic).Distinct()];

    public static IEnumerable<long> Sequences(IEnumerable<Received> messages, string topic)
    {
        foreach (var message in messages.Where(m => m.Topic == topic))
        {
            using var batch = JsonDocument.Parse(message.Text);
            foreach (var sample in batch.RootElement.EnumerateArray())
            {
                Assert.AreEqual("gitt-ncm523-lpo__001", sample.GetProperty("run").GetString());
                yield return sample.GetProperty("seq").GetInt64();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_end is null)
        {
            await _client.SendAsync(new MqttDisconnectPacket());
        }
        _client.Dispose();
        await _reading;
    }

    async Task ReadAsync()
    {
        try
        {
            while (true)
            {
                await TakeAsync(await _client.ReceiveAsync());
            }
        }
        catch (Exception e)
        {
            Tell(() => _end = e);
        }
    }

    async Task TakeAsync(MqttPacket packet)
    {
        if (packet is MqttSubAckPacket)
        {
            _subscribed.SetResult();
        }
        if (packet is not MqttPublishPacket publish)
        {
            return;
        }
        var received = new Received(publish.Topic, Encoding.UTF8.GetString(publish.Payload.ToArray()), publish.Retain);
        Tell(() => _received.Add(received));
        if (publish.QualityOfServiceLevel > MqttQualityOfServiceLevel.AtMostOnce)
        {
            await _client.SendAsync(new MqttPubAckPacket { PacketIdentifier = publish.PacketIdentifier });
        }
    }

    void Tell(Action change)
    {
        TaskCompletionSource news;
        lock (_lock)
        {
            change();
            news = _news;
            _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        news.SetResult();
    }
}
