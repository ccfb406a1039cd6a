namespace Iot.Device.Ads1256;

/// <summary>The digital pins D0..D3, as the bits of register IO.</summary>
[Flags]
public enum DigitalPins : byte
{
    /// <summary>No pin.</summary>
    None = 0,

    /// <summary>Pin D0/CLKOUT.</summary>
    D0 = 1,

    /// <summary>Pin D1.</summary>
    D1 = 2,

    /// <summary>Pin D2.</summary>
    D2 = 4,

    /// <summary>Pin D3.</summary>
    D3 = 8,

    /// <summary>All four.</summary>
    All = 15,
}
