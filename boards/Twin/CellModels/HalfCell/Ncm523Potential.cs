namespace CoinRig.Twin;

/// <summary>
/// Open-circuit potential of NCM523 against lithium (Mohtat et al. 2020, J. Electrochem. Soc. 167, 110561; the fit holds for
/// 0.25 &lt; x &lt; 1 and is extrapolated below).
/// </summary>
public static class Ncm523Potential
{
    const double ExponentSlope = 109.451, ExponentOffset = -100.006, ExponentVolts = -0.5623e-4;

    /// <summary>Below this the exponential is less than the rounding of the sum (1e-18 V).</summary>
    const double ExponentialMatters = 0.62;

    /// <summary>Above this the host is overfull, far below any rail: the curve goes on as a straight line, so that it stays finite.</summary>
    const double StraightAbove = 1.05;

    /// <summary>Potential, V.</summary>
    /// <param name="composition">Lithium fraction x of the host.</param>
    /// <param name="slopeVolts">dU/dx, V.</param>
    public static double Volts(double composition, out double slopeVolts)
    {
        var x = Math.Min(composition, StraightAbove);
        var volts = 4.3452 + x * (-1.6518 + x * (1.6225 + x * (-2.0843 + x * (3.5146 + x * -2.2166))));
        slopeVolts = -1.6518 + x * (2 * 1.6225 + x * (3 * -2.0843 + x * (4 * 3.5146 + x * (5 * -2.2166))));
        if (x > ExponentialMatters)
        {
            var exponential = ExponentVolts * Math.Exp(ExponentSlope * x + ExponentOffset);
            volts += exponential;
            slopeVolts += ExponentSlope * exponential;
        }
        return volts + slopeVolts * (composition - x);
    }
}
