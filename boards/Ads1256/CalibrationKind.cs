namespace Iot.Device.Ads1256;

/// <summary>The five calibrations, as their command bytes (SBAS288K, table 24).</summary>
public enum CalibrationKind : byte
{
    /// <summary>Offset with the inputs tied to AVDD/2, then gain with the reference.</summary>
    SelfOffsetAndGain = 0xF0,

    /// <summary>Offset with the inputs tied to AVDD/2.</summary>
    SelfOffset = 0xF1,

    /// <summary>Gain with the reference.</summary>
    SelfGain = 0xF2,

    /// <summary>Offset with 0 V that the user applies to the selected inputs.</summary>
    SystemOffset = 0xF3,

    /// <summary>Gain with the positive full scale that the user applies to the selected inputs (at least 80 % of it, never more than it).</summary>
    SystemGain = 0xF4,
}
