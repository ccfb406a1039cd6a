namespace Iot.Device.Ads1256;

/// <summary>One result of the chip.</summary>
/// <param name="Code">The 24-bit code, sign extended.</param>
/// <param name="Volts">Differential input voltage, V: code * 2 VREF / (gain * (2^23 - 1)).</param>
/// <param name="CenterNanoseconds">Centre of the window over which the input was averaged, on the rig's clock, ns.</param>
/// <param name="IsClipped">True where the code is at an end of its scale: the input is at or beyond full scale.</param>
public readonly record struct Conversion(int Code, double Volts, long CenterNanoseconds, bool IsClipped);
