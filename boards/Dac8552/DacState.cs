namespace Iot.Device.Dac8552;

/// <summary>What a buffer or an output holds.</summary>
/// <param name="Mode">Normal, or the kind of power-down.</param>
/// <param name="Code">The code; where the output is off, the data bits that went with the command.</param>
public readonly record struct DacState(PowerDownMode Mode, ushort Code);
