namespace CoinRig.Electrochemistry.Impedance.Fitting;

/// <summary>How a circuit is fitted.</summary>
public sealed record FitOptions
{
    /// <summary>Start values by name, in the unit of each parameter. Where every free parameter has one, no others are searched; else all are searched.</summary>
    public IReadOnlyDictionary<string, double> Guess { get; init; } = new Dictionary<string, double>();

    /// <summary>Parameters that keep a value, by name.</summary>
    public IReadOnlyDictionary<string, double> Held { get; init; } = new Dictionary<string, double>();

    /// <summary>Weights.</summary>
    public Weighting Weighting { get; init; } = Weighting.Modulus;

    /// <summary>Most model passes of one descent.</summary>
    public int MostPasses { get; init; } = 200;

    /// <summary>
    /// Whether uncertainties grow where the residuals are correlated from frequency to frequency (a circuit that does not describe the cell quite),
    /// by (1 + r)/(1 - r) in the variance. Peers do not do so.
    /// </summary>
    public bool EnlargeForCorrelatedResiduals { get; init; } = true;
}
