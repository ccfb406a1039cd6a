namespace Iot.Device.Ads1256;

/// <summary>
/// Current that is sourced into the positive and sunk from the negative input to test whether a sensor is connected
/// (SBAS288K, register ADCON). It switches the input buffer on and clamps the positive input at 3 V: never with a live cell.
/// </summary>
public enum SensorDetectCurrent : byte
{
    /// <summary>No current.</summary>
    Off,

    /// <summary>0.5 uA.</summary>
    HalfMicroampere,

    /// <summary>2 uA.</summary>
    TwoMicroamperes,

    /// <summary>10 uA.</summary>
    TenMicroamperes,
}
