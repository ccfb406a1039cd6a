using System.Buffers.Binary;

namespace CoinRig.Supervision;

/// <summary>The gateway's frames: sequence, type, body and CRC-16, stuffed by COBS so that a zero ends them (firmware/LINK.md).</summary>
public static class LinkFrame
{
    /// <summary>The version of the link that is spoken here.</summary>
    public const int Version = 1;

    /// <summary>Number of channels that the link speaks of.</summary>
    public const int Channels = 2;

    /// <summary>Longest content: sequence, type, body and CRC.</summary>
    public const int LongestContent = 30;

    /// <summary>Longest frame on the line, with the zero that ends it.</summary>
    public const int LongestFrame = LongestContent + 2;

    /// <summary>The length that the body of a message has, bytes; below 0 for a type that there is not.</summary>
    public static int BodyLength(LinkMessage type) => type switch
    {
        LinkMessage.ReadLimits or LinkMessage.Close or LinkMessage.Open or LinkMessage.Disarm or LinkMessage.ReadStatus => 0,
        LinkMessage.Arm or LinkMessage.Reset or LinkMessage.ReadTrip or LinkMessage.Maintenance => 1,
        LinkMessage.Answer or LinkMessage.Beat => 4,
        LinkMessage.Hello => 5,
        LinkMessage.Heartbeat => 11,
        LinkMessage.SetLimits or LinkMessage.LimitsHeld => 12,
        LinkMessage.Status => 20,
        LinkMessage.Welcome => 21,
        LinkMessage.Trip => 26,
        _ => -1,
    };

    /// <summary>Writes a frame.</summary>
    /// <param name="to">At least <see cref="LongestFrame"/> bytes.</param>
    /// <param name="sequence">Its number; each frame has one more than the last.</param>
    /// <param name="type">The message.</param>
    /// <param name="body">Its body.</param>
    /// <returns>Length of the frame, bytes.</returns>
    /// <exception cref="ArgumentException">The body has another length than the message has.</exception>
    public static int Write(Span<byte> to, byte sequence, LinkMessage type, ReadOnlySpan<byte> body)
    {
        if (body.Length != BodyLength(type))
        {
            throw new ArgumentException($"The body of {type} has {BodyLength(type)} bytes, not {body.Length}.", nameof(body));
        }
        Span<byte> content = stackalloc byte[LongestContent];
        content[0] = sequence;
        content[1] = (byte)type;
        body.CopyTo(content[2..]);
        BinaryPrimitives.WriteUInt16LittleEndian(content[(2 + body.Length)..], Crc(content[..(2 + body.Length)]));
        return Stuff(content[..(4 + body.Length)], to);
    }

    /// <summary>CRC-16/CCITT-FALSE.</summary>
    public static ushort Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = 0xFFFF;
        foreach (var value in bytes)
        {
            crc ^= value << 8;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 0x8000) != 0 ? (crc << 1) ^ 0x1021 : crc << 1;
            }
            crc &= 0xFFFF;
        }
        return (ushort)crc;
    }

    static int Stuff(ReadOnlySpan<byte> content, Span<byte> to)
    {
        var at = 0;
        while (true)
        {
            var zero = content.IndexOf((byte)0);
            var run = zero < 0 ? content : content[..zero];
            to[at] = (byte)(run.Length + 1);
            run.CopyTo(to[(at + 1)..]);
            at += run.Length + 1;
            if (zero < 0)
            {
                to[at] = 0;
                return at + 1;
            }
            content = content[(zero + 1)..];
        }
    }
}
