namespace CoinRig.Linux;

/// <summary>Error numbers of the kernel that have a meaning of their own here (asm-generic/errno.h).</summary>
public static class ErrorNumber
{
    /// <summary>EPERM.</summary>
    public const int NotPermitted = 1;

    /// <summary>ENOENT.</summary>
    public const int NoSuchFile = 2;

    /// <summary>EINTR: a signal came before anything was done.</summary>
    public const int Interrupted = 4;

    /// <summary>EIO.</summary>
    public const int InputOutput = 5;

    /// <summary>ENXIO.</summary>
    public const int NoSuchAddress = 6;

    /// <summary>EAGAIN: nothing has come, or nothing can be taken, now.</summary>
    public const int TryAgain = 11;

    /// <summary>EACCES.</summary>
    public const int AccessDenied = 13;

    /// <summary>EBUSY.</summary>
    public const int Busy = 16;

    /// <summary>ENODEV: the driver went away.</summary>
    public const int NoSuchDevice = 19;

    /// <summary>EINVAL.</summary>
    public const int Invalid = 22;

    /// <summary>ENOTTY: the file does not know this ioctl.</summary>
    public const int NoSuchControl = 25;

    /// <summary>EMSGSIZE.</summary>
    public const int MessageTooLong = 90;

    /// <summary>ESHUTDOWN: spidev's word for a bus that went away while its file was open.</summary>
    public const int Shutdown = 108;

    /// <summary>ETIMEDOUT.</summary>
    public const int TimedOut = 110;
}
