using System.Runtime.InteropServices;

namespace CoinRig.Linux;

/// <summary>An open device file and the ioctls on it. Nothing is allocated by a call that succeeds.</summary>
public sealed unsafe class DeviceFile : IDisposable
{
    /// <summary>A signal that comes again and again must not hold a scan for good.</summary>
    const int Attempts = 100;

    const int Closed = -1;

    int _descriptor;

    /// <summary>Takes over an open descriptor, such as that of a GPIO line.</summary>
    /// <param name="descriptor">The descriptor.</param>
    /// <param name="name">What it is, for messages.</param>
    public DeviceFile(int descriptor, string name) => (_descriptor, Name) = (descriptor, name);

    /// <summary>The path, or what the descriptor is of.</summary>
    public string Name { get; }

    /// <summary>Whether there is a file of this name, whoever may open it.</summary>
    public static bool Exists(string path) => Libc.Access(path, 0) == 0;

    /// <summary>Opens a device file for reading and writing.</summary>
    /// <param name="path">The path.</param>
    /// <param name="file">The file; null where it could not be opened.</param>
    /// <returns>0, or the error number.</returns>
    public static int TryOpen(string path, out DeviceFile? file) => TryOpen(path, 0, out file);

    /// <summary>The same for a terminal: it does not become the program's, and neither reading nor writing waits.</summary>
    internal static int TryOpenTerminal(string path, out DeviceFile? file) => TryOpen(path, Libc.TerminalNeverWaiting, out file);

    static int TryOpen(string path, int flags, out DeviceFile? file)
    {
        file = null;
        for (var attempt = 0; ; attempt++)
        {
            var descriptor = Libc.Open(path, Libc.ReadWriteCloseOnExec | flags, 0);
            if (descriptor >= 0)
            {
                file = new DeviceFile(descriptor, path);
                return 0;
            }
            var error = Marshal.GetLastPInvokeError();
            if (error != ErrorNumber.Interrupted || attempt == Attempts)
            {
                return error;
            }
        }
    }

    /// <summary>
    /// One ioctl. It is repeated where a signal came before anything was done, which is what EINTR says of the drivers used
    /// here: none of them can be interrupted once it has begun.
    /// </summary>
    /// <typeparam name="T">The kernel's structure, or the first of several that follow each other.</typeparam>
    /// <param name="request">The request number.</param>
    /// <param name="argument">What is handed over; the kernel may write to it.</param>
    /// <returns>What the kernel returned, 0 or more; or the error number, negative.</returns>
    /// <exception cref="ObjectDisposedException">The file is closed.</exception>
    public int Control<T>(uint request, ref T argument) where T : unmanaged
    {
        ObjectDisposedException.ThrowIf(_descriptor == Closed, this);
        fixed (T* pointer = &argument)
        {
            for (var attempt = 0; ; attempt++)
            {
                var result = Libc.Control(_descriptor, request, pointer);
                if (result >= 0)
                {
                    return result;
                }
                var error = Marshal.GetLastPInvokeError();
                if (error != ErrorNumber.Interrupted || attempt == Attempts)
                {
                    return -error;
                }
            }
        }
    }

    /// <summary>One ioctl with a number for an argument, or none.</summary>
    /// <returns>0 or more; or the error number, negative.</returns>
    internal int Control(uint request, nint argument = 0) => Result(Libc.Control(_descriptor, request, (void*)argument));

    /// <summary>Takes what has come.</summary>
    /// <returns>Number of bytes, 0 at the end; or the error number, negative.</returns>
    internal int Read(Span<byte> to)
    {
        ObjectDisposedException.ThrowIf(_descriptor == Closed, this);
        fixed (byte* pointer = to)
        {
            return Result(Libc.Read(_descriptor, pointer, to.Length));
        }
    }

    /// <summary>Hands over as much as is taken at once.</summary>
    /// <returns>Number of bytes; or the error number, negative.</returns>
    internal int Write(ReadOnlySpan<byte> from)
    {
        ObjectDisposedException.ThrowIf(_descriptor == Closed, this);
        fixed (byte* pointer = from)
        {
            return Result(Libc.Write(_descriptor, pointer, from.Length));
        }
    }

    /// <summary>Keeps the file for this program among those that ask, until it is closed.</summary>
    /// <returns>Whether nobody else has it.</returns>
    internal bool TryLock() => Libc.Lock(_descriptor, Libc.LockNeverWaiting) == 0;

    static int Result(nint result) => result >= 0 ? (int)result : -Marshal.GetLastPInvokeError();

    /// <summary>Closes the file. The kernel takes back what was claimed by it.</summary>
    public void Dispose()
    {
        if (_descriptor != Closed)
        {
            _ = Libc.Close(_descriptor);
            _descriptor = Closed;
        }
    }
}
