using CoinRig.Electrochemistry.Impedance.Circuits;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Impedance.Fitting;

/// <summary>A parameter of a fitted circuit.</summary>
/// <param name="Parameter">Which.</param>
/// <param name="Value">Its value and standard uncertainty from the fit, in its unit; an uncertainty of 0 where it was held.</param>
/// <param name="IsAtBound">Whether it is an exponent that ended at a bound.</param>
/// <param name="StrongestCorrelation">The correlation with another parameter that is farthest from 0.</param>
/// <param name="CorrelatedWith">That other parameter; empty where there is none.</param>
public sealed record FittedParameter(CircuitParameter Parameter, Estimate Value, bool IsAtBound, double StrongestCorrelation, string CorrelatedWith)
{
    /// <summary>Beyond this relative uncertainty a parameter says nothing.</summary>
    public const double LargestRelative = 0.5;

    /// <summary>Beyond this correlation only a combination of two parameters is known.</summary>
    public const double LargestCorrelation = 0.98;

    const double Normal95 = 1.959963984540054;

    /// <summary>Its name.</summary>
    public string Name => Parameter.Name;

    /// <summary>
    /// Lower end of the 95 % interval: as a factor, since what is fitted is the logarithm; as a difference, not below 0, for exponents and for what the data do
    /// not tell from 0.
    /// </summary>
    public double Low95 => IsFactor ? Value.Value * Math.Exp(-Normal95 * Value.Relative) : Math.Max(0, Value.Value - Normal95 * Value.Uncertainty);

    /// <summary>Upper end of the 95 % interval.</summary>
    public double High95 => IsFactor ? Value.Value * Math.Exp(Normal95 * Value.Relative) : Value.Value + Normal95 * Value.Uncertainty;

    /// <summary>Whether the data determine it.</summary>
    public bool IsIdentifiable => Value.Relative <= LargestRelative;

    /// <summary>Whether it is known only together with another.</summary>
    public bool IsEntangled => Math.Abs(StrongestCorrelation) > LargestCorrelation;

    bool IsFactor => !Parameter.IsExponent && IsIdentifiable;
}
