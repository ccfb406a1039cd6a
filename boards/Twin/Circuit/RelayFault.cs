namespace CoinRig.Twin;

/// <summary>What is wrong with a relay.</summary>
public enum RelayFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The contact is closed whatever the coil says.</summary>
    Welded,

    /// <summary>The contact is open whatever the coil says.</summary>
    StuckOpen,

    /// <summary>A worn contact that bounces for much longer than a relay may, when it closes and when it opens.</summary>
    Bouncing,
}
