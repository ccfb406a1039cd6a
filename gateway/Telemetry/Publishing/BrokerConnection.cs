using System.Buffers;
using System.Text.Json;
using CoinRig.Telemetry.Payloads;
using MQTTnet;
using MQTTnet.Formatter;
using MQTTnet.Protocol;

namespace CoinRig.Telemetry.Publishing;

/// <summary>
/// One connection to a broker, from CONNECT to its end; it is never revived. Liveness is judged by answers, since a link
/// that is dead can look alive for long to who only sends (dotnet/MQTTnet#1312, #2248): something under way without any
/// answer for a while, or a ping without one, ends it.
/// </summary>
sealed class BrokerConnection : IDisposable
{
    readonly IMqttClient _client;
    readonly PublisherOptions _options;
    readonly TimeProvider _time;
    readonly TaskCompletionSource _lost = new(TaskCreationOptions.RunContinuationsAsynchronously);
    long _lastAnswer;
    int _underWay;

    BrokerConnection(IMqttClient client, PublisherOptions options, TimeProvider time)
    {
        _client = client;
        _options = options;
        _time = time;
        _lastAnswer = time.GetTimestamp();
        client.DisconnectedAsync += e =>
        {
            _lost.TrySetResult();
            return Task.CompletedTask;
        };
    }

    /// <summary>Connects; the Will is left for a live run.</summary>
    /// <exception cref="TelemetryException">The broker refuses, or does not answer in time.</exception>
    public static async Task<BrokerConnection> OpenAsync(Topics topics, PublisherOptions options, TimeProvider time, CancellationToken stop)
    {
        var client = new MqttClientFactory().CreateMqttClient();
        var connection = new BrokerConnection(client, options, time);
        using var timeout = new CancellationTokenSource(options.ConnectTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, stop);
        try
        {
            var answer = await client.ConnectAsync(Options(topics, options), either.Token);
            return answer.ResultCode == MqttClientConnectResultCode.Success
                ? connection
                : throw new TelemetryException($"the broker refused the connection: {answer.ResultCode} {answer.ReasonString}".TrimEnd());
        }
        catch (Exception) when (timeout.IsCancellationRequested && !stop.IsCancellationRequested)
        {
            connection.Dispose();
            throw new TelemetryException($"no answer within {options.ConnectTimeout.TotalSeconds:g} s");
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Publishes at QoS 1 and waits for the answer. Calls are sent in the order in which they are made.</summary>
    /// <exception cref="TelemetryException">The broker refuses the message.</exception>
    public async Task<Delivery> PublishAsync(Message message, CancellationToken stop)
    {
        var mqtt = new MqttApplicationMessage
        {
            Topic = message.Topic,
            Payload = message.Payload,
            QualityOfServiceLevel = MqttQualityOfServiceLevel.AtLeastOnce,
            Retain = message.Retain,
        };
        if (Interlocked.Increment(ref _underWay) == 1)
        {
            Volatile.Write(ref _lastAnswer, _time.GetTimestamp());
        }
        try
        {
            var answer = await _client.PublishAsync(mqtt, stop);
            Volatile.Write(ref _lastAnswer, _time.GetTimestamp());
            if (!answer.IsSuccess)
            {
                throw new TelemetryException($"the broker refused {message.Topic}: {answer.ReasonCode} {answer.ReasonString}".TrimEnd());
            }
            return answer.ReasonCode == MqttClientPublishReasonCode.NoMatchingSubscribers ? Delivery.Unheard : Delivery.Acknowledged;
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }

    /// <summary>Listens to a topic.</summary>
    /// <param name="topic">The topic, with wildcards.</param>
    /// <param name="take">Gets topic and payload of each message; must not block.</param>
    /// <param name="stop">Ends the attempt.</param>
    /// <exception cref="TelemetryException">The broker refuses.</exception>
    public async Task ListenAsync(string topic, Action<string, byte[]> take, CancellationToken stop)
    {
        _client.ApplicationMessageReceivedAsync += e =>
        {
            take(e.ApplicationMessage.Topic, e.ApplicationMessage.Payload.ToArray());
            return Task.CompletedTask;
        };
        var answer = await _client.SubscribeAsync(topic, MqttQualityOfServiceLevel.AtLeastOnce, stop);
        if (answer.Items.FirstOrDefault()?.ResultCode is not (MqttClientSubscribeResultCode.GrantedQoS0 or MqttClientSubscribeResultCode.GrantedQoS1 or MqttClientSubscribeResultCode.GrantedQoS2))
        {
            throw new TelemetryException($"the broker does not let us listen to {topic}: {answer.Items.FirstOrDefault()?.ResultCode}");
        }
    }

    /// <summary>Watches the link; ends only by throwing what is wrong with it.</summary>
    public async Task WatchAsync(CancellationToken stop)
    {
        using var look = new PeriodicTimer(TimeSpan.FromSeconds(Math.Min(1, _options.AnswerTimeout.TotalSeconds / 4)), _time);
        var tick = look.WaitForNextTickAsync(stop).AsTask();
        while (await Task.WhenAny(tick, _lost.Task) == tick)
        {
            await tick;
            var silence = _time.GetElapsedTime(Volatile.Read(ref _lastAnswer));
            if (Volatile.Read(ref _underWay) > 0 && silence > _options.AnswerTimeout)
            {
                throw new TelemetryException($"no acknowledgement for {_options.AnswerTimeout.TotalSeconds:g} s");
            }
            if (Volatile.Read(ref _underWay) == 0 && silence > _options.PingInterval)
            {
                await PingAsync(stop);
            }
            tick = look.WaitForNextTickAsync(stop).AsTask();
        }
        throw new TelemetryException("the connection was lost");
    }

    /// <summary>Says goodbye, so that no Will is published.</summary>
    public Task CloseAsync(CancellationToken stop) => _client.DisconnectAsync(new MqttClientDisconnectOptions(), stop);

    /// <summary>Closes the socket without a goodbye; the broker then publishes the Will.</summary>
    public void Dispose() => _client.Dispose();

    async Task PingAsync(CancellationToken stop)
    {
        using var timeout = new CancellationTokenSource(_options.AnswerTimeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, stop);
        try
        {
            await _client.PingAsync(either.Token);
        }
        catch (Exception) when (timeout.IsCancellationRequested && !stop.IsCancellationRequested)
        {
            throw new TelemetryException($"no answer to a ping for {_options.AnswerTimeout.TotalSeconds:g} s");
        }
        Volatile.Write(ref _lastAnswer, _time.GetTimestamp());
    }

    static MqttClientOptions Options(Topics topics, PublisherOptions options)
    {
        var builder = new MqttClientOptionsBuilder()
            .WithTcpServer(options.Broker.Host, options.Broker.Port)
            .WithProtocolVersion(MqttProtocolVersion.V500)
            .WithClientId(options.ClientId)
            .WithCleanStart()
            .WithSessionExpiryInterval(0)
            .WithKeepAlivePeriod(options.AnswerTimeout + options.PingInterval)
            .WithTimeout(options.AnswerTimeout);
        if (options is { IsLive: true, SpeaksForTheRig: true })
        {
            builder.WithWillTopic(topics.Status)
                .WithWillPayload(JsonSerializer.SerializeToUtf8Bytes(StatusPayload.Offline, PayloadJson.Default.StatusPayload))
                .WithWillRetain()
                .WithWillQualityOfServiceLevel(MqttQualityOfServiceLevel.AtLeastOnce);
        }
        return builder.Build();
    }
}
