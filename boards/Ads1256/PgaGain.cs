namespace Iot.Device.Ads1256;

/// <summary>Gain of the programmable amplifier, as the PGA bits of ADCON (SBAS288K, table 8). Full scale is 2 VREF over the gain.</summary>
public enum PgaGain : byte
{
    /// <summary>Gain 1.</summary>
    X1,

    /// <summary>Gain 2.</summary>
    X2,

    /// <summary>Gain 4.</summary>
    X4,

    /// <summary>Gain 8.</summary>
    X8,

    /// <summary>Gain 16.</summary>
    X16,

    /// <summary>Gain 32.</summary>
    X32,

    /// <summary>Gain 64.</summary>
    X64,
}
