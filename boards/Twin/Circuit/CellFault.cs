namespace CoinRig.Twin;

/// <summary>What is wrong with the cell on a channel.</summary>
public enum CellFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Put in the wrong way round.</summary>
    Reversed,

    /// <summary>No contact.</summary>
    Open,

    /// <summary>A short across the holder.</summary>
    Shorted,
}
