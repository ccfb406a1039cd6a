namespace CoinRig.Supervision;

/// <summary>What became of a request to the supervisor (firmware/LINK.md).</summary>
public enum RequestResult : byte
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

    /// <summary>A reading is in doubt.</summary>
    InDoubt = 5,

    /// <summary>A limit would be wider than allowed.</summary>
    TooWide = 6,

    /// <summary>What caused the trip is still there.</summary>
    CauseIsThere = 7,

    /// <summary>The trip has another cause.</summary>
    OtherCause = 8,

    /// <summary>This version of the link is not spoken there.</summary>
    OtherVersion = 9,

    /// <summary>Heartbeats would come too seldom.</summary>
    PeriodTooLong = 10,

    /// <summary>There is no such channel or record.</summary>
    NotThere = 11,
}
