using CoinRig.Electrochemistry.Results;

namespace CoinRig.Electrochemistry.Impedance.Fitting;

/// <summary>What is to be known about parameters and arcs of a fit.</summary>
public static class FitFlags
{
    /// <summary>Flags of a parameter.</summary>
    public static IEnumerable<Flag> Of(FittedCircuit fit, FittedParameter parameter)
    {
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentNullException.ThrowIfNull(parameter);
        if (!parameter.IsIdentifiable)
        {
            yield return Flag.NotIdentifiable;
        }
        foreach (var flag in OfFit(fit))
        {
            yield return flag;
        }
        if (parameter.IsEntangled)
        {
            yield return Flag.ParametersCorrelated;
        }
        if (parameter.IsAtBound)
        {
            yield return Flag.ExponentAtBound;
        }
    }

    /// <summary>Flags of what is made from all of a fit.</summary>
    public static IEnumerable<Flag> OfFit(FittedCircuit fit)
    {
        ArgumentNullException.ThrowIfNull(fit);
        if (!fit.IsConverged)
        {
            yield return Flag.FitNotConverged;
        }
        if (fit.VarianceEnlargement > 1)
        {
            yield return Flag.CircuitMisfit;
        }
    }
}
