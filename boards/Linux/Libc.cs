using System.Runtime.InteropServices;

namespace CoinRig.Linux;

/// <summary>The calls of the C library that device files need. Pages of the manual: open(2), close(2), ioctl(2), access(2), fsync(2).</summary>
static unsafe partial class Libc
{
    /// <summary>O_RDWR | O_CLOEXEC (asm-generic/fcntl.h; the same on arm, arm64 and x64).</summary>
    internal const int ReadWriteCloseOnExec = 0x0002 | 0x80000;

    const string Library = "libc";

    [LibraryImport(Library, EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Open(string path, int flags, uint mode);

    [LibraryImport(Library, EntryPoint = "close", SetLastError = true)]
    internal static partial int Close(int descriptor);

    [LibraryImport(Library, EntryPoint = "fsync", SetLastError = true)]
    internal static partial int Flush(int descriptor);

    [LibraryImport(Library, EntryPoint = "ioctl", SetLastError = true)]
    internal static partial int Control(int descriptor, nuint request, void* argument);

    [LibraryImport(Library, EntryPoint = "access", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Access(string path, int mode);
}
