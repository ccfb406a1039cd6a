using System.Net.Sockets;
using System.Text;
using CoinRig.Control;

namespace CoinRig.Gateway;

/// <summary>
/// Feeds systemd's watchdog (sd_notify(3)): only while every run that goes has made scans since the last time. A scan that hangs, or a thread that is gone,
/// starves it, and systemd ends the process: relays then fall open. There is no thread of its own: whoever shows the runs calls it.
/// </summary>
sealed class SystemdWatchdog : IDisposable
{
    readonly Socket _socket;
    readonly UnixDomainSocketEndPoint _to;
    readonly Dictionary<LiveState, long> _scans = [];

    SystemdWatchdog(string address)
    {
        _socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        // An address in the abstract name space begins with @ in the environment and with a zero byte in the kernel.
        _to = new UnixDomainSocketEndPoint(address.StartsWith('@') ? '\0' + address[1..] : address);
    }

    /// <summary>The watchdog of the service that this process is; null where it is none.</summary>
    /// <param name="address">The value of NOTIFY_SOCKET.</param>
    internal static SystemdWatchdog? Of(string? address) => string.IsNullOrEmpty(address) ? null : new(address);

    /// <summary>The service is up.</summary>
    internal void Ready() => Send("READY=1");

    /// <summary>Feeds it where each of the runs that go is well.</summary>
    /// <returns>Whether it was fed.</returns>
    internal bool Feed(params ReadOnlySpan<LiveState> runs)
    {
        var areWell = true;
        foreach (var run in runs)
        {
            var scans = run.Scans;
            areWell &= run.State != RunState.Running || scans != _scans.GetValueOrDefault(run, -1);
            _scans[run] = scans;
        }
        foreach (var run in _scans.Keys.Where(r => r.State != RunState.Running).ToArray())
        {
            _scans.Remove(run);
        }
        if (areWell)
        {
            Send("WATCHDOG=1");
        }
        return areWell;
    }

    void Send(string state)
    {
        try
        {
            _socket.SendTo(Encoding.ASCII.GetBytes(state), _to);
        }
        catch (SocketException)
        {
            // systemd is gone or does not listen: then nobody bites either.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();
}
