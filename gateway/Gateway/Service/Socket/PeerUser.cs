using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace CoinRig.Gateway;

/// <summary>Whose process is at the other end of a Unix socket, as the kernel says.</summary>
static partial class PeerUser
{
    const int SocketLevel = 1;
    const int PeerCredentials = 17;

    /// <summary>The user of this process.</summary>
    internal static uint Own => GetEffectiveUser();

    /// <summary>The user at the other end (SO_PEERCRED of Linux: process, user, group).</summary>
    internal static uint Of(Socket socket)
    {
        Span<byte> credentials = stackalloc byte[12];
        socket.GetRawSocketOption(SocketLevel, PeerCredentials, credentials);
        return MemoryMarshal.Read<uint>(credentials[4..]);
    }

    [LibraryImport("libc", EntryPoint = "geteuid")]
    internal static partial uint GetEffectiveUser();
}
