using CoinRig.Electrochemistry.Impedance.Circuits;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Impedance.Fitting;

/// <summary>What an instrument's gains do to parameters: a modulus is off by both, an exponent or a time by neither.</summary>
static class ImpedanceGain
{
    /// <summary>Relative uncertainty of a parameter from voltage and current gain together.</summary>
    public static double Relative(CircuitParameter parameter, Instrument instrument) =>
        HasGain(parameter) ? Combine.Quadrature(instrument.VoltageGainRelative, instrument.CurrentGainRelative) : 0;

    /// <summary>Whether a parameter scales with the impedance.</summary>
    public static bool HasGain(CircuitParameter parameter) => !parameter.IsExponent && parameter.Unit != "s";
}
