namespace CoinRig.Spi;

/// <summary>
/// Carries framed transactions to one chip: chip select goes low, bytes go out and in with the pauses that the chip asks
/// for, chip select goes high. How the select line is driven, and by whom, is the transport's own business.
/// </summary>
public interface ISpiTransport : IDisposable
{
    /// <summary>
    /// The clock frequency that was asked of the bus, Hz; the bus never runs faster. A binding refuses a clock that its chip
    /// cannot take, and puts commands into one group of bytes only where the clock itself leaves the chip enough time between them.
    /// </summary>
    int ClockFrequency { get; }

    /// <summary>Writes bytes in one frame.</summary>
    /// <param name="bytes">What is sent.</param>
    void Write(ReadOnlySpan<byte> bytes);

    /// <summary>Writes two groups of bytes in one frame with a pause between them.</summary>
    /// <param name="first">What is sent first.</param>
    /// <param name="pauseNanoseconds">Least time between the last clock edge of the first group and the first of the second, ns.</param>
    /// <param name="second">What is sent after the pause.</param>
    void Write(ReadOnlySpan<byte> first, long pauseNanoseconds, ReadOnlySpan<byte> second);

    /// <summary>Writes a command and, after a pause, reads the answer in the same frame; zeros go out while it is read.</summary>
    /// <param name="command">What is sent; where it is empty, the frame begins with the answer.</param>
    /// <param name="pauseNanoseconds">Least time between the last clock edge of the command and the first of the answer, ns.</param>
    /// <param name="answer">Where the answer goes.</param>
    void WriteRead(ReadOnlySpan<byte> command, long pauseNanoseconds, Span<byte> answer);
}
