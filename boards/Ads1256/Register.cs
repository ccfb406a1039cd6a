namespace Iot.Device.Ads1256;

/// <summary>Register addresses (SBAS288K, table 23).</summary>
public enum Register : byte
{
    /// <summary>Chip identity, bit order, automatic calibration, buffer, level of DRDY.</summary>
    Status = 0x00,

    /// <summary>Positive and negative input of the multiplexer.</summary>
    Mux = 0x01,

    /// <summary>Clock output, sensor detect current, gain.</summary>
    Adcon = 0x02,

    /// <summary>Data rate.</summary>
    Drate = 0x03,

    /// <summary>Direction and level of D0..D3.</summary>
    Io = 0x04,

    /// <summary>Offset calibration, least significant byte.</summary>
    Ofc0 = 0x05,

    /// <summary>Offset calibration, middle byte.</summary>
    Ofc1 = 0x06,

    /// <summary>Offset calibration, most significant byte.</summary>
    Ofc2 = 0x07,

    /// <summary>Full-scale calibration, least significant byte.</summary>
    Fsc0 = 0x08,

    /// <summary>Full-scale calibration, middle byte.</summary>
    Fsc1 = 0x09,

    /// <summary>Full-scale calibration, most significant byte.</summary>
    Fsc2 = 0x0A,
}
