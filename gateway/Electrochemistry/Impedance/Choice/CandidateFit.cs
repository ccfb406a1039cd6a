using CoinRig.Electrochemistry.Impedance.Fitting;

namespace CoinRig.Electrochemistry.Impedance.Choice;

/// <summary>A circuit among others.</summary>
/// <param name="Fit">Its fit.</param>
/// <param name="Aicc">Akaike's criterion with the correction for few points (Hurvich and Tsai 1989): n ln(SSE/n) + 2 k + 2 k (k + 1)/(n - k - 1), k with the variance.</param>
/// <param name="Delta">That above the least of the candidates.</param>
/// <param name="Simpler">The best candidate whose parts are all in this one; null where there is none.</param>
/// <param name="ExtraProbability">Probability that the further parts of this one fit noise (F test against <paramref name="Simpler"/>); NaN where there is none.</param>
public sealed record CandidateFit(FittedCircuit Fit, double Aicc, double Delta, string? Simpler, double ExtraProbability)
{
    /// <summary>Whether the data determine all its parameters, and contain the apexes of its arcs.</summary>
    public bool IsIdentifiable => Fit.IsConverged && Fit.Parameters.All(p => p.IsIdentifiable) && Fit.Arcs.All(a => a.IsApexInside);
}
