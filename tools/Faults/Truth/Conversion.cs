namespace CoinRig.Faults;

/// <summary>A result that the ADC's data register gave to the program.</summary>
/// <param name="Center">The centre of its window by the data sheet, ns of the world.</param>
/// <param name="Code">The code as it arrived.</param>
/// <param name="Inputs">The multiplexer's register.</param>
/// <param name="Gain">The amplifier's gain, 1 to 64.</param>
/// <param name="Range">The range whose shunt was in.</param>
/// <param name="Life">Which process read it, from 0.</param>
readonly record struct Conversion(long Center, int Code, byte Inputs, int Gain, int Range, int Life);
