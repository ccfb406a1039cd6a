using System.Net;
using System.Net.Sockets;
using MQTTnet.Server;

namespace CoinRig.Telemetry.Tests.Doubles;

/// <summary>A broker that is not ours, can be stopped, and comes back on the same port.</summary>
sealed class ForeignBroker : IAsyncDisposable
{
    readonly Func<MqttServer, Task> _prepare;
    MqttServer? _server;

    ForeignBroker(int port, Func<MqttServer, Task> prepare)
    {
        Address = new BrokerAddress("127.0.0.1", port);
        _prepare = prepare;
    }

    public BrokerAddress Address { get; }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public static async Task<ForeignBroker> StartAsync(Func<MqttServer, Task>? prepare = null)
    {
        var broker = new ForeignBroker(FreePort(), prepare ?? (_ => Task.CompletedTask));
        await broker.StartAgainAsync();
        return broker;
    }

    public async Task StartAgainAsync()
    {
        _server = new MqttServerFactory().CreateMqttServer(new MqttServerOptionsBuilder().WithDefaultEndpoint()
            .WithDefaultEndpointBoundIPAddress(IPAddress.Loopback).WithDefaultEndpointBoundIPV6Address(IPAddress.None)
            .WithDefaultEndpointPort(Address.Port).WithMaxPendingMessagesPerClient(100_000).Build());
        await _prepare(_server);
        await _server.StartAsync();
    }

    public async Task StopAsync()
    {
        if (_server is not null)
        {
            await _server.StopAsync(new MqttServerStopOptions());
            _server.Dispose();
            _server = null;
        }
    }

    public async ValueTask DisposeAsync() => await StopAsync();
}
