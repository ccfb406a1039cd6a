namespace CoinRig.Spi;

/// <summary>
/// A transport whose chip select and pauses are the kernel's: an operation is one message of segments, one call of the system.
/// </summary>
/// <remarks>
/// <code>
/// CS   ‾‾\_____________________________________________________/‾‾‾
/// SCLK     [ segment 0 ]  delay_usecs  [ segment 1 ] delay_usecs
/// </code>
/// </remarks>
public sealed class KernelTransport : ISpiTransport
{
    readonly ISpiMessages _messages;
    readonly ushort _holdMicroseconds;
    readonly SpiSegment[] _segments = new SpiSegment[2];
    readonly FrameBytes _bytes = new();

    /// <param name="messages">The chip, which the transport then owns.</param>
    /// <param name="holdNanoseconds">Least time from the last clock edge to the rise of the select line, ns.</param>
    public KernelTransport(ISpiMessages messages, long holdNanoseconds = GpioChipSelectTransport.DefaultHoldNanoseconds)
    {
        ArgumentNullException.ThrowIfNull(messages);
        _messages = messages;
        _holdMicroseconds = Microseconds(holdNanoseconds);
    }

    /// <inheritdoc/>
    public int ClockFrequency => _messages.ClockFrequency;

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        _segments[0] = new SpiSegment(bytes.Length, _holdMicroseconds);
        _messages.Transfer(_segments.AsSpan(0, 1), bytes, default);
    }

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> first, long pauseNanoseconds, ReadOnlySpan<byte> second)
    {
        var output = _bytes.Join(first, second);
        Segment(first.Length, pauseNanoseconds, second.Length);
        _messages.Transfer(_segments, output, default);
    }

    /// <inheritdoc/>
    public void WriteRead(ReadOnlySpan<byte> command, long pauseNanoseconds, Span<byte> answer)
    {
        var output = _bytes.Join(command, answer.Length);
        if (command.IsEmpty)
        {
            _segments[0] = new SpiSegment(answer.Length, _holdMicroseconds);
            _messages.Transfer(_segments.AsSpan(0, 1), output, answer);
            return;
        }
        Segment(command.Length, pauseNanoseconds, answer.Length);
        var input = _bytes.Input(output.Length);
        _messages.Transfer(_segments, output, input);
        input[command.Length..].CopyTo(answer);
    }

    /// <inheritdoc/>
    public void Dispose() => _messages.Dispose();

    void Segment(int first, long pauseNanoseconds, int second)
    {
        _segments[0] = new SpiSegment(first, Microseconds(pauseNanoseconds));
        _segments[1] = new SpiSegment(second, _holdMicroseconds);
    }

    /// <summary>The kernel's pauses are whole microseconds; they are rounded up.</summary>
    static ushort Microseconds(long nanoseconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(nanoseconds);
        var microseconds = (nanoseconds + 999) / 1000;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(microseconds, ushort.MaxValue, nameof(nanoseconds));
        return (ushort)microseconds;
    }
}
