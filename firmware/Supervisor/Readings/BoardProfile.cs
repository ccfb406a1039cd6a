namespace CoinRig.Firmware;

/// <summary>What is compiled in for a board. No message changes it.</summary>
public static class BoardProfile
{
    /// <summary>Number of channels.</summary>
    public const int Channels = 2;

    /// <summary>No cell voltage may be below, mV.</summary>
    public const int LowestCellMillivolts = 0;

    /// <summary>Below this the ADC cannot tell a voltage from none, mV: its code 0 is 142 mV before the divider, give or take 50.</summary>
    public const int BelowReachMillivolts = 200;

    /// <summary>No cell voltage may be above, mV.</summary>
    public const int HighestCellMillivolts = 4700;

    /// <summary>The 5 V supply may not be below, mV.</summary>
    public const int LowestSupplyMillivolts = 4600;

    /// <summary>The board may not be hotter, tenths of a degree Celsius.</summary>
    public const int HighestBoardDecidegrees = 600;

    /// <summary>The loop's period, ms.</summary>
    public const int LoopMilliseconds = 20;

    /// <summary>The loop may not come later than this after the one before, ms.</summary>
    public const int LatestLoopMilliseconds = 60;

    /// <summary>So many readings of a voltage in a row, out of a limit or missing, open the relays.</summary>
    public const int ReadingsInDoubt = 2;

    /// <summary>A temperature is read once a second and may not be older than this, ms.</summary>
    public const int OldestTemperatureMilliseconds = 3000;

    /// <summary>Relays open when no good heartbeat has been sent for this long, ms.</summary>
    public const int SilenceMilliseconds = 400;

    /// <summary>A gateway whose heartbeats come less often is refused, ms.</summary>
    public const int LongestHeartbeatPeriodMilliseconds = 130;

    /// <summary>A heartbeat that comes later than the quickest one by more than this is no proof of life, ms.</summary>
    public const int LatestHeartbeatMilliseconds = 50;

    /// <summary>Gateway and supervisor may read a cell differently by this, mV: the ESP32's ADC is good for 50.</summary>
    public const int AgreementMillivolts = 150;

    /// <summary>For this long, ms.</summary>
    public const int DisagreementMilliseconds = 1000;

    /// <summary>The coils' supply follows the monostable within this, ms.</summary>
    public const int CoilMilliseconds = 250;
}
