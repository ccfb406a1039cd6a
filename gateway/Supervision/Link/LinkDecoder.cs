using System.Buffers.Binary;

namespace CoinRig.Supervision;

/// <summary>Finds the good frames among the bytes that the supervisor sends. Whatever comes, it neither throws nor allocates.</summary>
public sealed class LinkDecoder
{
    readonly byte[] _line = new byte[LinkFrame.LongestFrame];
    readonly byte[] _content = new byte[LinkFrame.LongestContent];
    int _received;
    int _length;

    /// <summary>Frames that were thrown away.</summary>
    public long Refused { get; private set; }

    /// <summary>The frame that was found last.</summary>
    public byte Sequence => _content[0];

    /// <summary>Its message.</summary>
    public LinkMessage Type => (LinkMessage)_content[1];

    /// <summary>The body of it, until the next byte.</summary>
    public ReadOnlySpan<byte> Body => _content.AsSpan(2, _length - 4);

    /// <summary>Takes one byte.</summary>
    /// <returns>Whether it ended a good frame.</returns>
    public bool Take(byte received)
    {
        if (received != 0)
        {
            if (_received < _line.Length)
            {
                _line[_received] = received;
            }
            _received++;
            return false;
        }
        var count = _received;
        _received = 0;
        if (count == 0)
        {
            return false;
        }
        if (count < _line.Length && Unstuff(_line.AsSpan(0, count)) && IsWhole())
        {
            return true;
        }
        Refused++;
        return false;
    }

    bool IsWhole() => _length >= 4 && LinkFrame.BodyLength(Type) == _length - 4
        && LinkFrame.Crc(_content.AsSpan(0, _length - 2)) == BinaryPrimitives.ReadUInt16LittleEndian(_content.AsSpan(_length - 2));

    bool Unstuff(ReadOnlySpan<byte> line)
    {
        _length = 0;
        while (true)
        {
            var run = line[0] - 1;
            if (run >= line.Length || _length + run > _content.Length)
            {
                return false;
            }
            line.Slice(1, run).CopyTo(_content.AsSpan(_length));
            _length += run;
            line = line[(run + 1)..];
            if (line.IsEmpty)
            {
                return true;
            }
            if (_length == _content.Length)
            {
                return false;
            }
            _content[_length++] = 0;
        }
    }
}
