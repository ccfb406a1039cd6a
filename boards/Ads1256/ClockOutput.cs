namespace Iot.Device.Ads1256;

/// <summary>What the pin D0/CLKOUT puts out, as the CLK bits of ADCON. Off where unused: it couples into the conversion.</summary>
public enum ClockOutput : byte
{
    /// <summary>No clock; D0 is an ordinary digital pin.</summary>
    Off,

    /// <summary>The master clock.</summary>
    Full,

    /// <summary>Half the master clock.</summary>
    Half,

    /// <summary>A quarter of the master clock.</summary>
    Quarter,
}
