using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using MQTTnet;
using MQTTnet.Protocol;

namespace CoinRig.Telemetry.Tests.Doubles;

/// <summary>A message as a subscriber got it.</summary>
sealed record Received(string Topic, string Text, bool IsRetained)
{
    const string Mark = "\"seq\":";

    /// <summary>The sequence number that stands last in it; 0 where none does.</summary>
    public long LastSequence { get; } = Text.LastIndexOf(Mark, StringComparison.Ordinal) is var at and >= 0
        ? long.Parse(Text.AsSpan(at + Mark.Length, Text.AsSpan(at + Mark.Length).IndexOf(',')), CultureInfo.InvariantCulture)
        : 0;
}

/// <summary>A subscriber that keeps what it gets and wakes who waits for it.</summary>
sealed class Subscriber : IAsyncDisposable
{
    readonly IMqttClient _client = new MqttClientFactory().CreateMqttClient();
    readonly Lock _lock = new();
    readonly List<Received> _received = [];
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
        subscriber._client.ApplicationMessageReceivedAsync += e =>
        {
            subscriber.Take(new(e.ApplicationMessage.Topic, Encoding.UTF8.GetString(e.ApplicationMessage.Payload.ToArray()), e.ApplicationMessage.Retain));
            return Task.CompletedTask;
        };
        await subscriber._client.ConnectAsync(new MqttClientOptionsBuilder().WithTcpServer(broker.Host, broker.Port).Build(), stop);
        await subscriber._client.SubscribeAsync(new MqttClientSubscribeOptionsBuilder().WithTopicFilter(filter, quality).Build(), stop);
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
        if (_client.IsConnected)
        {
            await _client.DisconnectAsync();
        }
        _client.Dispose();
    }

    void Take(Received message)
    {
        TaskCompletionSource news;
        lock (_lock)
        {
            _received.Add(message);
            news = _news;
            _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        news.SetResult();
    }
}
