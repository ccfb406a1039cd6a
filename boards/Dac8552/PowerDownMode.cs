namespace Iot.Device.Dac8552;

/// <summary>What an output does, as the bits PD1 and PD0 (SLAS430A, table 2).</summary>
public enum PowerDownMode : byte
{
    /// <summary>It gives the voltage of its code.</summary>
    Normal,

    /// <summary>Off, 1 kohm to ground.</summary>
    OneKiloohm,

    /// <summary>Off, 100 kohm to ground.</summary>
    HundredKiloohms,

    /// <summary>Off, high impedance.</summary>
    HighImpedance,
}
