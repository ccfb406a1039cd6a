namespace CoinRig.Firmware;

/// <summary>Takes the line's bytes one by one and finds the frames whose CRC and length are right. Whatever comes, it neither throws nor allocates.</summary>
public sealed class FrameDecoder
{
    /// <summary>The content of the frame that was found last: sequence, type, body, CRC.</summary>
    public readonly byte[] Content = new byte[Frames.LongestContent];

    int _length;
    int _leftInBlock;
    bool _owesZero;
    bool _isBad;

    /// <summary>Frames that were thrown away.</summary>
    public uint Refused { get; set; }

    /// <summary>Takes one byte.</summary>
    /// <returns>Whether it ended a good frame, which is in <see cref="Content"/> until the next byte.</returns>
    public bool Take(byte received)
    {
        if (received == 0)
        {
            return End();
        }
        if (_leftInBlock > 0)
        {
            Append(received);
            _leftInBlock--;
            return false;
        }
        if (_owesZero)
        {
            Append(0);
        }
        _leftInBlock = received - 1;
        _owesZero = received != 255;
        return false;
    }

    bool End()
    {
        var length = _length;
        var isWhole = !_isBad && _leftInBlock == 0;
        var wasEmpty = length == 0 && !_owesZero && !_isBad;
        _length = 0;
        _leftInBlock = 0;
        _owesZero = false;
        _isBad = false;
        if (wasEmpty)
        {
            return false;
        }
        if (isWhole && length >= Frames.Header + 2 && Frames.BodyLength(Content[1]) == length - Frames.Header - 2
            && Crc16.Of(Content, 0, length - 2) == Bytes.Unsigned16(Content, length - 2))
        {
            return true;
        }
        Refused++;
        return false;
    }

    void Append(byte value)
    {
        if (_length == Frames.LongestContent)
        {
            _isBad = true;
            return;
        }
        Content[_length] = value;
        _length++;
    }
}
