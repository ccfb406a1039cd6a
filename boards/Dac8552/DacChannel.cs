namespace Iot.Device.Dac8552;

/// <summary>An output of the DAC8552.</summary>
public enum DacChannel : byte
{
    /// <summary>VOUTA.</summary>
    A,

    /// <summary>VOUTB.</summary>
    B,
}
