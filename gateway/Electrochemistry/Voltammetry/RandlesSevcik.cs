namespace CoinRig.Electrochemistry.Voltammetry;

/// <summary>
/// Peak current of semi-infinite planar diffusion: Ip = chi n F A c sqrt(n F v D/(Rg T)) with chi = 0.446295 where the wave is reversible (Randles 1948; Sevcik 1948; chi from Nicholson and Shain 1964).
/// A and c are conventions of the experimenter: D goes with 1/(A c)^2.
/// </summary>
public static class RandlesSevcik
{
    /// <summary>Peak current, A.</summary>
    /// <param name="diffusion">D, m2/s.</param>
    /// <param name="areaSquareMeters">A, m2.</param>
    /// <param name="concentrationMolesPerCubicMeter">c, mol/m3.</param>
    /// <param name="rateVoltsPerSecond">v, V/s.</param>
    /// <param name="electrons">n.</param>
    /// <param name="kelvin">Temperature, K.</param>
    public static double PeakCurrent(double diffusion, double areaSquareMeters, double concentrationMolesPerCubicMeter, double rateVoltsPerSecond, int electrons = 1, double kelvin = 298.15) =>
        Factor(areaSquareMeters, concentrationMolesPerCubicMeter, electrons, kelvin) * Math.Sqrt(diffusion * rateVoltsPerSecond);

    /// <summary>D, m2/s, of the slope of the peak current over the root of the scan rate, A/(V/s)^0.5.</summary>
    /// <param name="slopeAmperesPerRootRate">The slope.</param>
    /// <param name="areaSquareMeters">A, m2.</param>
    /// <param name="concentrationMolesPerCubicMeter">c, mol/m3.</param>
    /// <param name="electrons">n.</param>
    /// <param name="kelvin">Temperature, K.</param>
    public static double Diffusion(double slopeAmperesPerRootRate, double areaSquareMeters, double concentrationMolesPerCubicMeter, int electrons = 1, double kelvin = 298.15)
    {
        var root = slopeAmperesPerRootRate / Factor(areaSquareMeters, concentrationMolesPerCubicMeter, electrons, kelvin);
        return root * root;
    }

    static double Factor(double area, double concentration, int electrons, double kelvin) =>
        ReversibleWave.PeakFunction * electrons * Constants.Faraday * area * concentration * Math.Sqrt(electrons * Constants.Faraday / (Constants.Gas * kelvin));
}
