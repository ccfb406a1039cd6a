using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MQTTnet.Adapter;
using MQTTnet.Diagnostics.Logger;
using MQTTnet.Formatter;
using MQTTnet.Packets;
using MQTTnet.Server;
using MQTTnet.Server.Internal.Adapter;

namespace CoinRig.Telemetry.Broker;

/// <summary>
/// Lets in clients that give no id, as MQTT 3.1.1 demands of a server (section 3.1.3.1) and mosquitto_sub does by itself. The
/// library's server gives ids to clients of MQTT 5 only and rejects the others.
/// </summary>
sealed class NamelessClients : IMqttServerAdapter
{
    readonly MqttTcpServerAdapter _tcp = new();

    /// <inheritdoc/>
    public Func<IMqttChannelAdapter, Task>? ClientHandler { get; set; }

    /// <summary>An id that no other client has.</summary>
    public static string NewId() => $"reader-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}";

    /// <inheritdoc/>
    public Task StartAsync(MqttServerOptions options, IMqttNetLogger logger)
    {
        _tcp.ClientHandler = channel => ClientHandler?.Invoke(new Naming(channel)) ?? Task.CompletedTask;
        return _tcp.StartAsync(options, logger);
    }

    /// <inheritdoc/>
    public Task StopAsync() => _tcp.StopAsync();

    /// <inheritdoc/>
    public void Dispose() => _tcp.Dispose();

    sealed class Naming(IMqttChannelAdapter channel) : IMqttChannelAdapter
    {
        public long BytesReceived => channel.BytesReceived;

        public long BytesSent => channel.BytesSent;

        public X509Certificate2 ClientCertificate => channel.ClientCertificate;

        public EndPoint RemoteEndPoint => channel.RemoteEndPoint;

        public EndPoint LocalEndPoint => channel.LocalEndPoint;

        public bool IsSecureConnection => channel.IsSecureConnection;

        public MqttPacketFormatterAdapter PacketFormatterAdapter => channel.PacketFormatterAdapter;

        public async Task<MqttPacket> ReceivePacketAsync(CancellationToken cancellationToken)
        {
            var packet = await channel.ReceivePacketAsync(cancellationToken);
            if (packet is MqttConnectPacket { ClientId: null or "" } connect && PacketFormatterAdapter.ProtocolVersion != MqttProtocolVersion.V500)
            {
                connect.ClientId = NewId();
            }
            return packet;
        }

        public Task ConnectAsync(CancellationToken cancellationToken) => channel.ConnectAsync(cancellationToken);

        public Task DisconnectAsync(CancellationToken cancellationToken) => channel.DisconnectAsync(cancellationToken);

        public Task SendPacketAsync(MqttPacket packet, CancellationToken cancellationToken) => channel.SendPacketAsync(packet, cancellationToken);

        public void ResetStatistics() => channel.ResetStatistics();

        public void Dispose() => channel.Dispose();
    }
}
