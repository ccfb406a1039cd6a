namespace CoinRig.Spi;

/// <summary>A chip on a bus whose select line is driven with the message: low before its first segment, high after the pause of its last.</summary>
public interface ISpiMessages : IDisposable
{
    /// <summary>The clock frequency that was asked of the bus, Hz; the bus never runs faster.</summary>
    int ClockFrequency { get; }

    /// <summary>Carries out one message.</summary>
    /// <param name="segments">Its parts in order.</param>
    /// <param name="output">What is sent, as long as all segments; empty to send zeros.</param>
    /// <param name="input">Where the answer goes, as long as all segments; empty to drop it.</param>
    /// <exception cref="IOException">The message was not carried out, or only in part; it says what to do.</exception>
    void Transfer(ReadOnlySpan<SpiSegment> segments, ReadOnlySpan<byte> output, Span<byte> input);
}
