namespace CoinRig.Firmware;

/// <summary>What became of a request.</summary>
public enum Result : byte
{
    /// <summary>It was done.</summary>
    Done = 0,

    /// <summary>The state does not allow it.</summary>
    NotInThisState = 1,

    /// <summary>Nobody has said hello, or the supervisor began anew since.</summary>
    NoSession = 2,

    /// <summary>No limits were set in this session.</summary>
    NoLimits = 3,

    /// <summary>No good heartbeat lately.</summary>
    NoHeartbeat = 4,

    /// <summary>A reading is in doubt; the status says which.</summary>
    InDoubt = 5,

    /// <summary>A limit would be wider than what is compiled in, or than what is held.</summary>
    TooWide = 6,

    /// <summary>What caused the trip is still there; the status says what.</summary>
    CauseIsThere = 7,

    /// <summary>The trip has another cause than the one that is to be reset.</summary>
    OtherCause = 8,

    /// <summary>This version of the link is not spoken here.</summary>
    OtherVersion = 9,

    /// <summary>Heartbeats would come too seldom.</summary>
    PeriodTooLong = 10,

    /// <summary>There is no such channel or record.</summary>
    NotThere = 11,
}
