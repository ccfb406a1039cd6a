namespace CoinRig.Supervision;

/// <summary>What the supervisor is doing (firmware/README.md).</summary>
public enum SupervisorState : byte
{
    /// <summary>Nobody is watched for; the coils have no supply.</summary>
    Unarmed = 0,

    /// <summary>Everything is good; the coils have no supply yet.</summary>
    Armed = 1,

    /// <summary>The coils have supply: the gateway's lines close the relays.</summary>
    Closed = 2,

    /// <summary>Something was in doubt; a person must reset it.</summary>
    Tripped = 3,

    /// <summary>A person works at the rig.</summary>
    Maintenance = 4,
}
