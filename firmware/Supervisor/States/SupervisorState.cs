namespace CoinRig.Firmware;

/// <summary>What the supervisor is doing. Only in <see cref="Closed"/> may a relay coil have current.</summary>
public enum SupervisorState : byte
{
    /// <summary>Nobody is watched for; the coils have no supply. So it starts.</summary>
    Unarmed = 0,

    /// <summary>Gateway, limits and readings are good; the coils have no supply yet.</summary>
    Armed = 1,

    /// <summary>The monostable is toggled: the gateway's lines close the relays.</summary>
    Closed = 2,

    /// <summary>Something was in doubt. Stays so, over a reboot too, until a person resets it after the cause is gone.</summary>
    Tripped = 3,

    /// <summary>A person works at the rig: readings are reported, nothing can be closed.</summary>
    Maintenance = 4,
}
