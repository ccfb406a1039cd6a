using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace CoinRig.Gateway;

/// <summary>A client's end of a service's socket.</summary>
sealed class SocketClient : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    readonly Socket _socket;
    readonly StreamReader _reader;

    SocketClient(Socket socket)
    {
        _socket = socket;
        _reader = new StreamReader(new NetworkStream(socket), Encoding.UTF8);
    }

    /// <summary>Whether somebody listens at a path.</summary>
    internal static bool IsServed(string path)
    {
        try
        {
            using var socket = Connect(path);
            return true;
        }
        catch (Exception e) when (e is SocketException or ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Connects to a service.</summary>
    /// <exception cref="RefusedException">Nobody is there.</exception>
    internal static SocketClient Open(string path)
    {
        try
        {
            return new SocketClient(Connect(path));
        }
        catch (Exception e) when (e is SocketException or ArgumentException)
        {
            throw new RefusedException(e switch
            {
                _ when !File.Exists(path) => $"No CoinRig serves at {path}: start one with 'coinrig serve RIG.yaml', or name its socket with --socket.",
                SocketException { SocketErrorCode: SocketError.AccessDenied } => $"The service at {path} belongs to another user; only its owner may talk to it.",
                _ => $"Nobody answers at {path}: the service that made this socket is gone. Start 'coinrig serve RIG.yaml' again.",
            }, e);
        }
    }

    static Socket Connect(string path)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
        {
            ReceiveTimeout = (int)Patience.TotalMilliseconds,
            SendTimeout = (int)Patience.TotalMilliseconds,
        };
        try
        {
            socket.Connect(new UnixDomainSocketEndPoint(path));
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Asks something.</summary>
    /// <returns>The answer.</returns>
    /// <exception cref="RefusedException">The service refuses, or is gone.</exception>
    internal JsonElement Ask(Request request)
    {
        string? line;
        try
        {
            Send([.. JsonSerializer.SerializeToUtf8Bytes(request, Answers.Options), (byte)'\n']);
            line = _reader.ReadLine();
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            throw new RefusedException($"The service does not answer: {e.Message}", e);
        }
        if (line is null)
        {
            throw new RefusedException("The service ended the connection.");
        }
        using var document = JsonDocument.Parse(line);
        var answer = document.RootElement.Clone();
        return answer.TryGetProperty("error", out var error) ? throw new RefusedException(error.GetString()!) : answer;
    }

    /// <summary>Sends a request. A service that refuses this user says so without waiting for one, and closes: its words are there to be read.</summary>
    void Send(ReadOnlySpan<byte> bytes)
    {
        try
        {
            while (!bytes.IsEmpty)
            {
                bytes = bytes[_socket.Send(bytes)..];
            }
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.Shutdown or SocketError.ConnectionReset or SocketError.ConnectionAborted)
        {
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader.Dispose();
        _socket.Dispose();
    }
}
