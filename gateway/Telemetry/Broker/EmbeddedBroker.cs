using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using MQTTnet.Packets;
using MQTTnet.Protocol;
using MQTTnet.Server;

namespace CoinRig.Telemetry.Broker;

/// <summary>
/// A broker inside the gateway, so that a rig on a desk needs no other: on loopback only, no login, nothing kept when it stops.
/// It is a convenience, not a store.
/// </summary>
public sealed class EmbeddedBroker : IAsyncDisposable
{
    const int PortsTried = 100;
    const int MostBehind = 256;
    static readonly TimeSpan CommunicationTimeout = TimeSpan.FromSeconds(10);
    static readonly TimeSpan MostStandstill = TimeSpan.FromSeconds(3);
    static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(2);

    readonly MqttServer _server;
    readonly TimeProvider _time;

    EmbeddedBroker(MqttServer server, string gatewayClientId, int port, TimeProvider time)
    {
        _server = server;
        _time = time;
        GatewayClientId = gatewayClientId;
        Address = new BrokerAddress(IPAddress.Loopback.ToString(), port);
    }

    /// <summary>Where it listens.</summary>
    public BrokerAddress Address { get; }

    /// <summary>With this begin the ids of the clients that may publish. It is drawn anew for each broker, so that nobody can pose as one of them.</summary>
    public string GatewayClientId { get; }

    /// <summary>Starts a broker on the port, or on the next one that is free.</summary>
    /// <exception cref="TelemetryException">None of a hundred ports is free.</exception>
    public static async Task<EmbeddedBroker> StartAsync(TimeProvider time, int port = BrokerAddress.DefaultPort, bool takesMarks = false)
    {
        for (var candidate = port; candidate < port + PortsTried && candidate <= IPEndPoint.MaxPort; candidate++)
        {
            var gatewayClientId = $"coinrig-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12))}";
            var server = new MqttServerFactory().CreateMqttServer(Options(candidate), [new NamelessClients()]);
            var broker = new EmbeddedBroker(server, gatewayClientId, candidate, time);
            broker.Listen(takesMarks);
            try
            {
                await server.StartAsync();
                return broker;
            }
            catch (SocketException e) when (e.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
            {
                server.Dispose();
            }
        }
        throw new TelemetryException($"No free port on 127.0.0.1 from {port} on ({PortsTried} tried) for the embedded MQTT broker. "
            + "Name a broker with --broker HOST:PORT, or run with --no-mqtt.");
    }

    /// <summary>Waits until every subscriber has what was published, at most so long; false where the time was over first.</summary>
    public async Task<bool> FlushAsync(TimeSpan most)
    {
        var began = _time.GetTimestamp();
        var timesIdle = 0;
        while (timesIdle < 2)
        {
            if (_time.GetElapsedTime(began) > most)
            {
                return false;
            }
            timesIdle = await IsIdleAsync() ? timesIdle + 1 : 0;
            await Task.Delay(Glance, _time);
        }
        return true;
    }

    /// <summary>Stops it; what subscribers have not taken is lost to them, so <see cref="FlushAsync"/> comes first.</summary>
    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync(new MqttServerStopOptionsBuilder()
            .WithDefaultClientDisconnectOptions(o => o.WithReasonCode(MqttDisconnectReasonCode.ServerShuttingDown)).Build());
        _server.Dispose();
    }

    static MqttServerOptions Options(int port)
    {
        var options = Limits(port);
        // The library resets connections when it closes them, and a reset takes away what the subscriber has not read yet.
        options.DefaultEndpointOptions.LingerState = new LingerOption(false, 0);
        return options;
    }

    static MqttServerOptions Limits(int port) => new MqttServerOptionsBuilder()
        .WithDefaultEndpoint()
        .WithDefaultEndpointBoundIPAddress(IPAddress.Loopback)
        .WithDefaultEndpointBoundIPV6Address(IPAddress.None)
        .WithDefaultEndpointPort(port)
        .WithConnectionBacklog(16)
        .WithDefaultCommunicationTimeout(CommunicationTimeout)
        .WithMaxPendingMessagesPerClient(4 * MostBehind)
        .WithPendingMessagesOverflowStrategy(MqttPendingMessagesOverflowStrategy.DropNewMessage)
        .WithPersistentSessions(false)
        .Build();

    void Listen(bool takesMarks)
    {
        _server.ValidatingConnectionAsync += async e =>
        {
            if ((await _server.GetSessionsAsync()).Count >= BrokerRules.MostClients)
            {
                e.ReasonCode = MqttConnectReasonCode.ServerBusy;
            }
            if (string.IsNullOrEmpty(e.ClientId))
            {
                e.AssignedClientIdentifier = NamelessClients.NewId();
            }
            SubscriberFlow.Attach(e.SessionItems, _time);
        };
        _server.InterceptingPublishAsync += async e =>
        {
            var isGateway = e.ClientId.StartsWith(GatewayClientId, StringComparison.Ordinal);
            if (BrokerRules.MayPublish(isGateway, takesMarks, e.ApplicationMessage.Topic))
            {
                await (isGateway ? WaitForSubscribersAsync(e.CancellationToken) : Task.CompletedTask);
                return;
            }
            e.ProcessPublish = false;
            e.Response.ReasonCode = MqttPubAckReasonCode.NotAuthorized;
        };
        _server.InterceptingOutboundPacketAsync += e =>
        {
            if (e.Packet is MqttPublishPacket publish)
            {
                SubscriberFlow.Of(e.SessionItems)?.OnStart(publish.QualityOfServiceLevel > MqttQualityOfServiceLevel.AtMostOnce);
            }
            return Task.CompletedTask;
        };
        _server.ClientAcknowledgedPublishPacketAsync += e =>
        {
            SubscriberFlow.Of(e.SessionItems)?.OnAcknowledged();
            return Task.CompletedTask;
        };
    }

    async Task WaitForSubscribersAsync(CancellationToken stop)
    {
        while (await FindLaggardAsync() is { } laggard)
        {
            if (SubscriberFlow.Of(laggard.Items)!.Standstill > MostStandstill)
            {
                // A break that it sees is better than a gap that it does not.
                await laggard.DeleteAsync();
                continue;
            }
            await Task.Delay(Glance, _time, stop);
        }
    }

    async Task<MqttSessionStatus?> FindLaggardAsync()
    {
        var sessions = await _server.GetSessionsAsync();
        return sessions.FirstOrDefault(s => SubscriberFlow.Of(s.Items)?.Behind(s) >= MostBehind);
    }

    async Task<bool> IsIdleAsync()
    {
        var clients = await _server.GetClientsAsync();
        return clients.All(c => SubscriberFlow.Of(c.Session.Items) is not { } flow
            || (flow.Behind(c.Session) == 0 && flow.Started == c.ReceivedApplicationMessagesCount));
    }
}
