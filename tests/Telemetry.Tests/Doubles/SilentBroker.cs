using System.Net;
using System.Net.Sockets;

namespace CoinRig.Telemetry.Tests.Doubles;

/// <summary>A broker that accepts a connection, or not even that, and never answers anything afterwards.</summary>
sealed class SilentBroker : IAsyncDisposable
{
    /// <summary>CONNACK, session not present, success, no properties (MQTT 5, section 3.2).</summary>
    public static readonly byte[] Accepted = [0x20, 0x03, 0x00, 0x00, 0x00];

    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource _stop = new();
    readonly Task _serving;

    public SilentBroker(bool accepts)
    {
        _listener.Start();
        _serving = ServeAsync(accepts);
    }

    public BrokerAddress Address => new("127.0.0.1", ((IPEndPoint)_listener.LocalEndpoint).Port);

    public int Connections { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _serving;
        _stop.Dispose();
    }

    async Task ServeAsync(bool accepts)
    {
        var clients = new List<TcpClient>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                clients.Add(client);
                Connections++;
                if (accepts)
                {
                    await client.GetStream().WriteAsync(Accepted, _stop.Token);
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or IOException or ObjectDisposedException)
        {
            clients.ForEach(c => c.Dispose());
        }
    }
}
