namespace Iot.Device.Ads1256;

/// <summary>An input of the multiplexer, as the PSEL and NSEL bits of MUX.</summary>
public enum AnalogInput : byte
{
    /// <summary>Pin AIN0.</summary>
    Ain0,

    /// <summary>Pin AIN1.</summary>
    Ain1,

    /// <summary>Pin AIN2.</summary>
    Ain2,

    /// <summary>Pin AIN3.</summary>
    Ain3,

    /// <summary>Pin AIN4.</summary>
    Ain4,

    /// <summary>Pin AIN5.</summary>
    Ain5,

    /// <summary>Pin AIN6.</summary>
    Ain6,

    /// <summary>Pin AIN7.</summary>
    Ain7,

    /// <summary>Pin AINCOM, for single-ended readings.</summary>
    AinCom,
}
