namespace CoinRig.Firmware;

/// <summary>What can move the supervisor from one state to another.</summary>
public enum SupervisorInput : byte
{
    /// <summary>The gateway asks to be watched, and everything is in order.</summary>
    Arm = 0,

    /// <summary>The gateway asks for the coils' supply, and everything is in order.</summary>
    Close = 1,

    /// <summary>The gateway gives the coils' supply back.</summary>
    Open = 2,

    /// <summary>The gateway is done.</summary>
    Disarm = 3,

    /// <summary>A gateway that was not there before says hello.</summary>
    NewSession = 4,

    /// <summary>A reading, the heartbeat or the supervisor itself is in doubt, or a person pressed the button.</summary>
    Doubt = 5,

    /// <summary>A person resets a trip whose cause is gone.</summary>
    Reset = 6,

    /// <summary>A person begins to work at the rig.</summary>
    BeginMaintenance = 7,

    /// <summary>A person is done at the rig.</summary>
    EndMaintenance = 8,
}
