namespace CoinRig.Twin;

/// <summary>What the channel's loop does to the cell.</summary>
enum Loop
{
    /// <summary>No current: relay open, output off, or nothing in the way of it.</summary>
    Open,

    /// <summary>Holds a current.</summary>
    Galvanostat,

    /// <summary>Holds the voltage at the sense leads.</summary>
    Potentiostat,

    /// <summary>The output stage stands at a rail.</summary>
    Railed,
}
