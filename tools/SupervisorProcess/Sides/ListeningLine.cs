using CoinRig.Clock;
using CoinRig.Supervision;

namespace CoinRig.SupervisorProcess;

/// <summary>The supervisor's end of the line, and when a heartbeat came that the supervisor answered: that is a good one.</summary>
/// <param name="inner">The line.</param>
/// <param name="clock">The clock of this process.</param>
sealed class ListeningLine(ISerialLine inner, IRigClock clock) : ISerialLine
{
    readonly LinkDecoder _fromGateway = new(), _toGateway = new();
    long _lastBeat = -1;

    /// <summary>When the last good heartbeat came, ns; below 0 for never.</summary>
    internal long LastGood { get; private set; } = -1;

    /// <inheritdoc/>
    public int Read(Span<byte> to)
    {
        var count = inner.Read(to);
        foreach (var value in to[..count])
        {
            if (_fromGateway.Take(value) && _fromGateway.Type == LinkMessage.Heartbeat)
            {
                _lastBeat = clock.Nanoseconds;
            }
        }
        return count;
    }

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            if (_toGateway.Take(value) && _toGateway.Type == LinkMessage.Beat && (_toGateway.Body[0] | _toGateway.Body[1]) != 0)
            {
                LastGood = _lastBeat;
            }
        }
        inner.Write(bytes);
    }
}
