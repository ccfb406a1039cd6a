using CoinRig.Supervision;

namespace CoinRig.Gateway.Tests;

/// <summary>A line on which the limits that come back are not those that were sent.</summary>
sealed class LyingLine(ISerialLine line) : ISerialLine
{
    readonly LinkDecoder _decoder = new();
    readonly Queue<byte> _told = new();

    public int Read(Span<byte> to)
    {
        Span<byte> received = stackalloc byte[256];
        Span<byte> frame = stackalloc byte[LinkFrame.LongestFrame];
        var count = line.Read(received);
        foreach (var value in received[..count])
        {
            if (!_decoder.Take(value))
            {
                continue;
            }
            var body = _decoder.Body.ToArray();
            if (_decoder.Type == LinkMessage.LimitsHeld)
            {
                body[2]++;
            }
            foreach (var told in frame[..LinkFrame.Write(frame, _decoder.Sequence, _decoder.Type, body)])
            {
                _told.Enqueue(told);
            }
        }
        var read = 0;
        while (read < to.Length && _told.TryDequeue(out var told))
        {
            to[read++] = told;
        }
        return read;
    }

    public void Write(ReadOnlySpan<byte> bytes) => line.Write(bytes);
}
