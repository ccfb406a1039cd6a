using System.Buffers.Binary;
using System.Net.Sockets;

namespace CoinRig.SupervisorProcess;

/// <summary>One frame on the socket, either way: a byte (operation, or whether it was refused), a length, and bytes.</summary>
sealed class PinFrame
{
    const int Header = 3, Longest = 1024;

    readonly byte[] _bytes = new byte[Header + Longest];

    /// <summary>The first byte.</summary>
    internal byte Kind => _bytes[0];

    /// <summary>What it carries.</summary>
    internal Span<byte> Body => _bytes.AsSpan(Header, BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(1)));

    /// <summary>Begins a frame that carries so many bytes.</summary>
    internal Span<byte> Begin(byte kind, int length)
    {
        _bytes[0] = kind;
        BinaryPrimitives.WriteUInt16LittleEndian(_bytes.AsSpan(1), (ushort)length);
        return Body;
    }

    /// <summary>Sends it.</summary>
    internal void Send(Socket socket)
    {
        for (var sent = 0; sent < Header + Body.Length;)
        {
            sent += socket.Send(_bytes.AsSpan(sent, Header + Body.Length - sent));
        }
    }

    /// <summary>Waits for one.</summary>
    /// <returns>False where the other end is gone.</returns>
    internal bool Receive(Socket socket) => Fill(socket, _bytes.AsSpan(0, Header)) && Fill(socket, Body);

    static bool Fill(Socket socket, Span<byte> to)
    {
        while (!to.IsEmpty)
        {
            var count = socket.Receive(to);
            if (count == 0)
            {
                return false;
            }
            to = to[count..];
        }
        return true;
    }
}
