namespace Iot.Device.Ads1256;

/// <summary>Data rates at a master clock of 7.68 MHz, as DRATE codes (SBAS288K, register DRATE). Other codes are not valid.</summary>
public enum DataRate : byte
{
    /// <summary>30,000 samples a second.</summary>
    Sps30000 = 0xF0,

    /// <summary>15,000 samples a second.</summary>
    Sps15000 = 0xE0,

    /// <summary>7,500 samples a second.</summary>
    Sps7500 = 0xD0,

    /// <summary>3,750 samples a second.</summary>
    Sps3750 = 0xC0,

    /// <summary>2,000 samples a second.</summary>
    Sps2000 = 0xB0,

    /// <summary>1,000 samples a second.</summary>
    Sps1000 = 0xA1,

    /// <summary>500 samples a second.</summary>
    Sps500 = 0x92,

    /// <summary>100 samples a second.</summary>
    Sps100 = 0x82,

    /// <summary>60 samples a second, notch at 60 Hz.</summary>
    Sps60 = 0x72,

    /// <summary>50 samples a second, notch at 50 Hz.</summary>
    Sps50 = 0x63,

    /// <summary>30 samples a second, notch at 60 Hz.</summary>
    Sps30 = 0x53,

    /// <summary>25 samples a second, notch at 50 Hz.</summary>
    Sps25 = 0x43,

    /// <summary>15 samples a second, notch at 60 Hz.</summary>
    Sps15 = 0x33,

    /// <summary>10 samples a second, notches at 50 and 60 Hz.</summary>
    Sps10 = 0x23,

    /// <summary>5 samples a second, notches at 50 and 60 Hz.</summary>
    Sps5 = 0x13,

    /// <summary>2.5 samples a second, notches at 50 and 60 Hz.</summary>
    Sps2Point5 = 0x03,
}
