namespace CoinRig.Firmware;

/// <summary>Makes frames into a buffer of its own, which waits to be sent. A frame that no longer fits is left out: every answer can be asked for again.</summary>
public sealed class FrameEncoder
{
    const int Capacity = 256;

    readonly byte[] _content = new byte[Frames.LongestContent];
    byte _sequence;

    /// <summary>What waits to be sent.</summary>
    public readonly byte[] Waiting = new byte[Capacity];

    /// <summary>How many bytes of it.</summary>
    public int Count { get; private set; }

    /// <summary>Where the body of the next message begins in <see cref="Content"/>.</summary>
    public const int Body = Frames.Header;

    /// <summary>The content of the next message; the caller writes the body.</summary>
    public byte[] Content => _content;

    /// <summary>Frames the content as a message of a type.</summary>
    public void Send(MessageType type)
    {
        var length = Frames.Header + Frames.BodyLength((int)type);
        if (Count + length + 4 > Capacity)
        {
            return;
        }
        _sequence++;
        _content[0] = _sequence;
        _content[1] = (byte)type;
        Bytes.Put16(_content, length, Crc16.Of(_content, 0, length));
        Stuff(length + 2);
    }

    /// <summary>What waited was sent.</summary>
    public void Clear() => Count = 0;

    void Stuff(int length)
    {
        var code = Count;
        var at = Count + 1;
        for (var i = 0; i < length; i++)
        {
            if (_content[i] == 0)
            {
                Waiting[code] = (byte)(at - code);
                code = at;
            }
            else
            {
                Waiting[at] = _content[i];
            }
            at++;
        }
        Waiting[code] = (byte)(at - code);
        Waiting[at] = 0;
        Count = at + 1;
    }
}
