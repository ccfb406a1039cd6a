using System.Numerics;

namespace CoinRig.Electrochemistry.Impedance.Diffusion;

/// <summary>
/// Impedance of diffusion into spheres that end at their centre (Jacobsen and West 1995, Electrochim. Acta 40, 255): Z = Rd tanh(b)/(b - tanh b), b = sqrt(j omega R^2/D),
/// Rd = (-U'/Q) R^2/(3 D). Fast it is a Warburg element, slow a capacitor Q/(-U').
/// </summary>
public static class SphereDiffusion
{
    /// <summary>The impedance, ohm.</summary>
    /// <param name="hertz">Frequency, Hz.</param>
    /// <param name="ohms">Rd, ohm.</param>
    /// <param name="ratePerSecond">D/R^2, 1/s.</param>
    public static Complex Impedance(double hertz, double ohms, double ratePerSecond)
    {
        var b = Complex.Sqrt(new(0, 2 * Math.PI * hertz / ratePerSecond));
        // tanh(b) = (1 - e)/(1 + e) does not overflow.
        var e = Complex.Exp(-2 * b);
        return ohms * (1 - e) / (b * (1 + e) - (1 - e));
    }

    /// <summary>By how much the impedance differs from that of the Warburg element which it becomes at high frequencies, relative.</summary>
    /// <param name="hertz">Frequency, Hz.</param>
    /// <param name="ratePerSecond">D/R^2, 1/s.</param>
    public static double DeviationFromWarburg(double hertz, double ratePerSecond) =>
        (Impedance(hertz, 1, ratePerSecond) * Complex.Sqrt(new(0, 2 * Math.PI * hertz / ratePerSecond)) - 1).Magnitude;
}
