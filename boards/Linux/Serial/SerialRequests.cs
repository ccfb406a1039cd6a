namespace CoinRig.Linux;

/// <summary>Request numbers and modes of a terminal (asm-generic/ioctls.h, asm-generic/termbits.h; the same on arm, arm64 and x64).</summary>
static class SerialRequests
{
    /// <summary>TCGETS2.</summary>
    internal const uint GetSettings = 0x802C_542A;

    /// <summary>TCSETS2: at once.</summary>
    internal const uint SetSettings = 0x402C_542B;

    /// <summary>TCFLSH.</summary>
    internal const uint Forget = 0x540B;

    /// <summary>TIOCEXCL: nobody else may open it, except root.</summary>
    internal const uint Exclude = 0x540C;

    /// <summary>TIOCGPTN: the number of a pseudo-terminal.</summary>
    internal const uint GetNumber = 0x8004_5430;

    /// <summary>TIOCSPTLCK: whether its other end is locked.</summary>
    internal const uint SetLock = 0x4004_5431;

    /// <summary>BOTHER: the speed stands as a number.</summary>
    internal const uint SpeedByNumber = 0x1000;

    /// <summary>CS8.</summary>
    internal const uint EightBits = 0x30;

    /// <summary>CREAD.</summary>
    internal const uint Receives = 0x80;

    /// <summary>CLOCAL.</summary>
    internal const uint IgnoresModemLines = 0x800;

    /// <summary>VMIN.</summary>
    internal const int LeastNumber = 6;

    /// <summary>TCIOFLUSH.</summary>
    internal const nint BothDirections = 2;
}
