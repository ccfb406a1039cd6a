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
    public static int TryOpen(string path, out DeviceFile? file)
    {
        file = null;
        for (var attempt = 0; ; attempt++)
        {
            var descriptor = Libc.Open(path, Libc.ReadWriteCloseOnExec, 0);
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
