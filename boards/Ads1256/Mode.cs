namespace Iot.Device.Ads1256;

/// <summary>What the chip is doing, as far as it decides which commands it takes.</summary>
enum Mode
{
    /// <summary>Nothing is known yet.</summary>
    NotInitialized,

    /// <summary>Takes every command.</summary>
    Ready,

    /// <summary>Converts by itself; each result is asked for.</summary>
    FreeRunning,

    /// <summary>Converts by itself and puts each result out; takes no other command.</summary>
    ContinuousRead,

    /// <summary>Asleep until WAKEUP.</summary>
    Standby,

    /// <summary>Switched off by SYNC/PDWN.</summary>
    PoweredDown,
}
