using System.Runtime.InteropServices;

namespace CoinRig.Linux;

/// <summary>The calls of the C library that device files need. Pages of the manual: open(2), close(2), read(2), write(2), flock(2), ioctl(2), access(2), fsync(2).</summary>
static unsafe partial class Libc
{
    /// <summary>O_RDWR | O_CLOEXEC (asm-generic/fcntl.h; the same on arm, arm64 and x64).</summary>
    internal const int ReadWriteCloseOnExec = 0x0002 | 0x80000;

    /// <summary>O_NOCTTY | O_NONBLOCK: a terminal that does not become ours, and that nobody waits at.</summary>
    internal const int TerminalNeverWaiting = 0x0100 | 0x0800;

    /// <summary>LOCK_EX | LOCK_NB.</summary>
    internal const int LockNeverWaiting = 2 | 4;

    const string Library = "libc";

    [LibraryImport(Library, EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Open(string path, int flags, uint mode);

    [LibraryImport(Library, EntryPoint = "close", SetLastError = true)]
    internal static partial int Close(int descriptor);

    [LibraryImport(Library, EntryPoint = "read", SetLastError = true)]
    internal static partial nint Read(int descriptor, byte* to, nint count);

    [LibraryImport(Library, EntryPoint = "write", SetLastError = true)]
    internal static partial nint Write(int descriptor, byte* from, nint count);

    [LibraryImport(Library, EntryPoint = "flock", SetLastError = true)]
    internal static partial int Lock(int descriptor, int operation);

    [LibraryImport(Library, EntryPoint = "fsync", SetLastError = true)]
    internal static partial int Flush(int descriptor);

    [LibraryImport(Library, EntryPoint = "ioctl", SetLastError = true)]
    internal static partial int Control(int descriptor, nuint request, void* argument);

    [LibraryImport(Library, EntryPoint = "access", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Access(string path, int mode);
}
