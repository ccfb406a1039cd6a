namespace CoinRig.Supervision;

/// <summary>What the supervisor read, and lines that are on or off (firmware/LINK.md).</summary>
[Flags]
public enum ReadingFlags
{
    /// <summary>Nothing was read, and all is off.</summary>
    None = 0,

    /// <summary>The door and the emergency switch are closed.</summary>
    DoorIsClosed = 1,

    /// <summary>The coils have supply.</summary>
    CoilsHaveSupply = 2,

    /// <summary>The supply was read.</summary>
    SupplyIsRead = 4,

    /// <summary>The cell of channel 1 was read.</summary>
    Cell1IsRead = 16,

    /// <summary>The cell of channel 2 was read.</summary>
    Cell2IsRead = 32,
}
