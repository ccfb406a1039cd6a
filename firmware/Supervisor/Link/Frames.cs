namespace CoinRig.Firmware;

/// <summary>Sizes of frames and messages (firmware/LINK.md).</summary>
public static class Frames
{
    /// <summary>The version of the link that this firmware speaks.</summary>
    public const int Version = 1;

    /// <summary>Longest body, bytes.</summary>
    public const int LongestBody = 26;

    /// <summary>Sequence and type before the body.</summary>
    public const int Header = 2;

    /// <summary>Longest content of a frame: header, body and CRC.</summary>
    public const int LongestContent = Header + LongestBody + 2;

    /// <summary>Longest frame on the line: content, the byte that COBS adds, and the zero that ends it.</summary>
    public const int LongestFrame = LongestContent + 2;

    /// <summary>The length that the body of a message must have.</summary>
    /// <returns>Bytes; below 0 for a type that there is not.</returns>
    public static int BodyLength(int type) => type switch
    {
        (int)MessageType.Hello => 5,
        (int)MessageType.SetLimits => Limits.Length,
        (int)MessageType.ReadLimits => 0,
        (int)MessageType.Arm => 1,
        (int)MessageType.Close => 0,
        (int)MessageType.Open => 0,
        (int)MessageType.Disarm => 0,
        (int)MessageType.Heartbeat => 7 + 2 * BoardProfile.Channels,
        (int)MessageType.Reset => 1,
        (int)MessageType.ReadStatus => 0,
        (int)MessageType.ReadTrip => 1,
        (int)MessageType.Maintenance => 1,
        (int)MessageType.Welcome => 9 + Limits.Length,
        (int)MessageType.LimitsHeld => Limits.Length,
        (int)MessageType.Answer => 4,
        (int)MessageType.Status => 20,
        (int)MessageType.Trip => 2 + TripRecord.Length,
        (int)MessageType.Beat => 4,
        _ => -1,
    };
}
