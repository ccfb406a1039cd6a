namespace CoinRig.Firmware;

/// <summary>One trip: why, when, and what was read. It goes into the black box and over the link as <see cref="Length"/> bytes.</summary>
public sealed class TripRecord
{
    /// <summary>Length in the black box and in messages, bytes.</summary>
    public const int Length = 24;

    /// <summary>Why.</summary>
    public TripCause Cause;

    /// <summary>The channel that caused it, from 1; 0 where it was none.</summary>
    public int Channel;

    /// <summary>The how-manieth start of the supervisor it was, from 1.</summary>
    public int Boot;

    /// <summary>Seconds since that start.</summary>
    public uint UptimeSeconds;

    /// <summary>The limit that was crossed; 0 where none was.</summary>
    public int Limit;

    /// <summary>What was read or counted, in the limit's unit.</summary>
    public int Value;

    /// <summary>Age of the last good heartbeat, ms; 65535 for older or none.</summary>
    public int HeartbeatAge;

    /// <summary>The supply, mV.</summary>
    public int SupplyMillivolts;

    /// <summary>The board, tenths of a degree Celsius.</summary>
    public int BoardDecidegrees;

    /// <summary>Whether the door was closed (bit 0), the coils had supply (bit 1), the supply was read (2), a cell was read (4 and up).</summary>
    public int Flags;

    /// <summary>The cells, mV.</summary>
    public readonly int[] CellMillivolts = new int[BoardProfile.Channels];

    /// <summary>The flags of a set of readings.</summary>
    public static int FlagsOf(Readings readings)
    {
        var flags = (readings.DoorIsClosed ? 1 : 0) | (readings.CoilIsPowered ? 2 : 0) | (readings.SupplyIsRead ? 4 : 0);
        for (var i = 0; i < BoardProfile.Channels; i++)
        {
            flags |= readings.CellIsRead[i] ? 16 << i : 0;
        }
        return flags;
    }

    /// <summary>Takes over readings.</summary>
    public void Take(Readings readings)
    {
        SupplyMillivolts = readings.SupplyMillivolts;
        BoardDecidegrees = readings.BoardDecidegrees;
        Flags = FlagsOf(readings);
        for (var i = 0; i < BoardProfile.Channels; i++)
        {
            CellMillivolts[i] = readings.CellMillivolts[i];
        }
    }

    /// <summary>Writes the record.</summary>
    public void Write(byte[] to, int at)
    {
        to[at] = (byte)Cause;
        to[at + 1] = (byte)Channel;
        Bytes.Put16(to, at + 2, Boot);
        Bytes.Put32(to, at + 4, UptimeSeconds);
        Bytes.Put16(to, at + 8, Limit);
        Bytes.Put16(to, at + 10, Value);
        Bytes.Put16(to, at + 12, HeartbeatAge);
        Bytes.Put16(to, at + 14, SupplyMillivolts);
        Bytes.Put16(to, at + 16, BoardDecidegrees);
        Bytes.Put16(to, at + 18, CellMillivolts[0]);
        Bytes.Put16(to, at + 20, CellMillivolts[1]);
        to[at + 22] = (byte)Flags;
        to[at + 23] = 0;
    }
}
