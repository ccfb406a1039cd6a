namespace CoinRig.Supervision;

/// <summary>The messages of the link to the supervisor (firmware/LINK.md).</summary>
public enum LinkMessage : byte
{
    /// <summary>The gateway begins.</summary>
    Hello = 0x01,

    /// <summary>The gateway sets limits.</summary>
    SetLimits = 0x02,

    /// <summary>The gateway asks for the limits that are held.</summary>
    ReadLimits = 0x03,

    /// <summary>Watch these channels.</summary>
    Arm = 0x04,

    /// <summary>Give the coils supply.</summary>
    Close = 0x05,

    /// <summary>Take the coils' supply.</summary>
    Open = 0x06,

    /// <summary>The gateway is done.</summary>
    Disarm = 0x07,

    /// <summary>The gateway is alive and reads this.</summary>
    Heartbeat = 0x08,

    /// <summary>A person resets a trip.</summary>
    Reset = 0x09,

    /// <summary>The gateway asks for the status.</summary>
    ReadStatus = 0x0A,

    /// <summary>The gateway asks for a record of the black box.</summary>
    ReadTrip = 0x0B,

    /// <summary>A person begins or ends work at the rig.</summary>
    Maintenance = 0x0C,

    /// <summary>The supervisor answers a hello.</summary>
    Welcome = 0x81,

    /// <summary>The limits that are held.</summary>
    LimitsHeld = 0x82,

    /// <summary>What became of a request.</summary>
    Answer = 0x83,

    /// <summary>State and readings.</summary>
    Status = 0x84,

    /// <summary>A record of the black box.</summary>
    Trip = 0x85,

    /// <summary>A heartbeat was taken; also sent at each change of state.</summary>
    Beat = 0x86,
}
