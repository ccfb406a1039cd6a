using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Voltammetry;

/// <summary>
/// Whether peaks over scan rates are those of semi-infinite diffusion. Three tests, because on an insertion electrode each alone can be passed by luck (the page of this library has an example where b is
/// 0.50 and D is 24 times too low): how deep the host was emptied, by its charge; the exponent b; the width of the wave.
/// </summary>
public static class SemiInfinite
{
    /// <summary>
    /// Largest depth over length. The charge up to a reversible peak empties a layer of 1.067 sqrt(D Rg T/(n F v)); the peak of a slab closed behind is within 1 % of the semi-infinite one while
    /// sqrt(D Rg T/(n F v)) is below 0.28 L (Aoki, Tokuda and Matsuda 1983, J. Electroanal. Chem. 146, 417: Ip goes with tanh(0.56 sqrt(w) + 0.05 w), w = n F v L2/(Rg T D)).
    /// </summary>
    public const double LargestDepth = 0.30;

    const double ExponentSlack = 0.05;
    const double WidthSlack = 1.5;
    const double Significant = 3;

    /// <summary>Half-peak width of the reversible wave, in units of Rg T/(nF).</summary>
    public const double ReversibleWidth = 2.199;

    /// <summary>Depth of the layer that the charge up to the peak empties, over the length that there is; the charge needs no D, which would be circular.</summary>
    /// <param name="chargeCoulombs">Charge from the beginning of the sweep to the peak, C.</param>
    /// <param name="electrons">n.</param>
    /// <param name="areaSquareMeters">A, m2.</param>
    /// <param name="concentrationMolesPerCubicMeter">c, mol/m3.</param>
    /// <param name="lengthMeters">L, m.</param>
    public static double Depth(double chargeCoulombs, int electrons, double areaSquareMeters, double concentrationMolesPerCubicMeter, double lengthMeters) =>
        Math.Abs(chargeCoulombs) / (electrons * Constants.Faraday * concentrationMolesPerCubicMeter * areaSquareMeters) / lengthMeters;

    /// <summary>Whether b says something else than diffusion.</summary>
    public static bool IsOffExponent(Estimate exponent) => Math.Abs(exponent.Value - 0.5) > Math.Max(ExponentSlack, Significant * exponent.Uncertainty);

    /// <summary>Whether the wave is much wider than n F/(Rg T) makes it: in a host the slope of the equilibrium curve takes the place of Rg T/F. Asked of hosts alone: a slow reaction in solution widens too.</summary>
    public static bool IsTooWide(Estimate halfPeakWidthVolts, double electronsPerThermalVolt) =>
        halfPeakWidthVolts.Value * electronsPerThermalVolt - Significant * halfPeakWidthVolts.Uncertainty * electronsPerThermalVolt > WidthSlack * ReversibleWidth;
}
