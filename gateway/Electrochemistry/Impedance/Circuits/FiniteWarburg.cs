using System.Numerics;

namespace CoinRig.Electrochemistry.Impedance.Circuits;

/// <summary>
/// Rw coth(q)/q and Rw tanh(q)/q with q = a (1 + j), a = sqrt(omega tau/2). With e = exp(-2 a):
/// tanh q = (1 - e^2 + 2 j e sin 2a)/(1 + e^2 + 2 e cos 2a), coth q = (1 - e^2 - 2 j e sin 2a)/((1 - e)^2 + 4 e sin^2 a).
/// </summary>
static class FiniteWarburg
{
    /// <summary>Impedance, ohm, from Rw in ohm and tau in s.</summary>
    public static void Impedance(FrequencyGrid grid, ReadOnlySpan<double> p, bool isOpen, Vector<double>[] re, Vector<double>[] im)
    {
        for (var i = 0; i < re.Length; i++)
        {
            var (a, hyperbolicRe, hyperbolicIm) = Hyperbolic(grid.Omega[i], p[1], isOpen);
            // 1/q = (1 - j)/(2 a)
            var scale = new Vector<double>(0.5 * p[0]) / a;
            re[i] = scale * (hyperbolicRe + hyperbolicIm);
            im[i] = scale * (hyperbolicIm - hyperbolicRe);
        }
    }

    /// <summary>dZ/d ln tau: (Rw (1 - tanh^2) - Z)/2 and -(Rw (coth^2 - 1) + Z)/2, of which the bracket is Rw (1 - h^2) in both.</summary>
    public static (Vector<double> Re, Vector<double> Im) DerivativeByLogTau(Vector<double> omega, ReadOnlySpan<double> p, bool isOpen, Vector<double> re, Vector<double> im)
    {
        var (_, hRe, hIm) = Hyperbolic(omega, p[1], isOpen);
        var half = new Vector<double>(0.5);
        return (half * (p[0] * (Vector<double>.One - hRe * hRe + hIm * hIm) - re), half * (p[0] * -2 * hRe * hIm - im));
    }

    static (Vector<double> A, Vector<double> Re, Vector<double> Im) Hyperbolic(Vector<double> omega, double tau, bool isOpen)
    {
        var a = Vector.SquareRoot(omega * (0.5 * tau));
        var e = Vector.Exp(-2 * a);
        var (sine, cosine) = Vector.SinCos(a);
        var (one, two) = (Vector<double>.One, new Vector<double>(2));
        var (top, cross) = (one - e * e, two * two * e * sine * cosine);
        if (isOpen)
        {
            var bottom = (one - e) * (one - e) + two * two * e * sine * sine;
            return (a, top / bottom, -cross / bottom);
        }
        // 1 + e^2 + 2 e cos 2a = (1 - e)^2 + 4 e cos^2 a
        var sum = (one - e) * (one - e) + two * two * e * cosine * cosine;
        return (a, top / sum, cross / sum);
    }
}
