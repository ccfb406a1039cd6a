using System.Buffers;
using System.IO.Pipelines;
using System.Net.Sockets;

namespace CoinRig.Gateway;

/// <summary>
/// The service's end of its Unix socket: one line of JSON asks, one line answers. The owner alone may connect: by the file's mode, and by what the kernel says of the
/// other end. Whatever comes in, only its own connection ends.
/// </summary>
sealed class SocketServer : IAsyncDisposable
{
    /// <summary>A protocol and a cell file are far below.</summary>
    internal const int LongestLine = 4 << 20;

    const int MostConnections = 32;

    readonly Socket _socket;
    readonly Func<ReadOnlyMemory<byte>, byte[]> _answer;
    readonly Func<Socket, bool> _mayTalk;
    readonly CancellationTokenSource _stop = new();
    readonly Task _accepting;
    int _connections;

    SocketServer(Socket socket, string path, Func<ReadOnlyMemory<byte>, byte[]> answer, Func<Socket, bool> mayTalk)
    {
        (_socket, Path, _answer, _mayTalk) = (socket, path, answer, mayTalk);
        _accepting = Task.Run(AcceptAsync);
    }

    /// <summary>Where it listens.</summary>
    internal string Path { get; }

    /// <summary>Listens.</summary>
    /// <param name="path">The socket's path.</param>
    /// <param name="answer">Answers a line, without its end; never throws.</param>
    /// <param name="mayTalk">Whether the other end may; null for the owner alone.</param>
    /// <exception cref="RefusedException">Another service listens there, or nobody may.</exception>
    internal static SocketServer Listen(string path, Func<ReadOnlyMemory<byte>, byte[]> answer, Func<Socket, bool>? mayTalk = null)
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new RefusedException("'coinrig serve' needs Linux: its socket is its owner's alone by what that kernel says.");
        }
        if (SocketClient.IsServed(path))
        {
            throw new RefusedException($"Another CoinRig serves at {path}. End it first, or give this one a socket of its own with --socket.");
        }
        // Bound beside and renamed once its mode is set: at no moment may anybody else connect, and what a dead service left behind is replaced.
        var next = $"{path}.{Environment.ProcessId}";
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            File.Delete(next);
            socket.Bind(new UnixDomainSocketEndPoint(next));
            File.SetUnixFileMode(next, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            socket.Listen(MostConnections);
            File.Move(next, path, overwrite: true);
            return new SocketServer(socket, path, answer, mayTalk ?? (s => PeerUser.Of(s) == PeerUser.Own));
        }
        catch (Exception e) when (e is SocketException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            socket.Dispose();
            throw new RefusedException($"No socket can be made at {path}: {e.Message} Give a short path in a folder of your own with --socket.", e);
        }
    }

    async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var other = await _socket.AcceptAsync(_stop.Token);
                _ = Task.Run(() => TalkAsync(other));
            }
            catch (Exception) when (_stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception)
            {
                // Too many files are open, or the other end is gone again: the next one may be luckier.
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
            }
        }
    }

    async Task TalkAsync(Socket other)
    {
        using var connection = other;
        try
        {
            if (Interlocked.Increment(ref _connections) > MostConnections)
            {
                await SendAsync(other, Answers.Refusal("Too many talk to this service; try again."));
            }
            else if (!_mayTalk(other))
            {
                await SendAsync(other, Answers.Refusal("This service belongs to another user."));
            }
            else
            {
                await ServeAsync(other);
            }
        }
        catch (Exception)
        {
            // Whatever goes wrong with one connection ends that one.
        }
        finally
        {
            Interlocked.Decrement(ref _connections);
        }
    }

    async Task ServeAsync(Socket other)
    {
        var reader = PipeReader.Create(new NetworkStream(other));
        while (true)
        {
            var read = await reader.ReadAsync(_stop.Token);
            var buffer = read.Buffer;
            while (buffer.PositionOf((byte)'\n') is { } end)
            {
                await SendAsync(other, _answer(buffer.Slice(0, end).ToArray()));
                buffer = buffer.Slice(buffer.GetPosition(1, end));
            }
            if (buffer.Length > LongestLine)
            {
                await SendAsync(other, Answers.Refusal($"A line is at most {LongestLine} bytes."));
                return;
            }
            reader.AdvanceTo(buffer.Start, buffer.End);
            if (read.IsCompleted)
            {
                return;
            }
        }
    }

    static async Task SendAsync(Socket other, byte[] answer)
    {
        var left = new Memory<byte>([.. answer, (byte)'\n']);
        while (!left.IsEmpty)
        {
            left = left[await other.SendAsync(left, SocketFlags.None)..];
        }
    }

    /// <summary>Stops to listen; the file goes with it.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _socket.Dispose();
        await _accepting;
        File.Delete(Path);
    }
}
