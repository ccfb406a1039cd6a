using System.Net.Sockets;
using System.Text;

namespace CoinRig.SupervisorProcess;

/// <summary>The gateway's end of pins that are in another process.</summary>
sealed class PinClient : IDisposable
{
    readonly Lock _turn = new();
    readonly PinFrame _frame = new();
    readonly Socket _socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);

    internal PinClient(string path) => _socket.Connect(new UnixDomainSocketEndPoint(path));

    /// <summary>Asks, and gives the answer to whoever takes it.</summary>
    /// <exception cref="IOException">It was refused, or the other process is gone.</exception>
    internal void Ask(PinOperation operation, ReadOnlySpan<byte> body, Span<byte> answer = default)
    {
        lock (_turn)
        {
            body.CopyTo(_frame.Begin((byte)operation, body.Length));
            _frame.Send(_socket);
            if (!_frame.Receive(_socket))
            {
                throw new IOException("The process with the pins is gone.");
            }
            if (_frame.Kind != 0)
            {
                throw new IOException(Encoding.UTF8.GetString(_frame.Body));
            }
            _frame.Body[..answer.Length].CopyTo(answer);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();
}
