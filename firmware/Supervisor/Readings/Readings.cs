namespace CoinRig.Firmware;

/// <summary>What the supervisor itself reads, once a loop. A reading that did not arrive is marked, and never 0.</summary>
public sealed class Readings
{
    /// <summary>Cell voltage of each channel, mV.</summary>
    public readonly int[] CellMillivolts = new int[BoardProfile.Channels];

    /// <summary>Whether each was read in this loop.</summary>
    public readonly bool[] CellIsRead = new bool[BoardProfile.Channels];

    /// <summary>The 5 V supply, mV.</summary>
    public int SupplyMillivolts;

    /// <summary>Whether it was read in this loop.</summary>
    public bool SupplyIsRead;

    /// <summary>Temperature of the board, tenths of a degree Celsius.</summary>
    public int BoardDecidegrees;

    /// <summary>When it was last read, ms of uptime; below 0 for never.</summary>
    public long BoardReadAtMilliseconds = -1;

    /// <summary>Whether the door and the emergency switch are closed.</summary>
    public bool DoorIsClosed;

    /// <summary>Whether the coils have supply, read back behind the monostable.</summary>
    public bool CoilIsPowered;
}
