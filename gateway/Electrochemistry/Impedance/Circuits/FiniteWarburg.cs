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
            Hyperbolic(grid.Omega[i], p[1], isOpen, out var a, out var hyperbolicRe, out var hyperbolicIm);
            // 1/q = (1 - j)/(2 a)
            var scale = new Vector<double>(0.5 * p[0]) / a;
            re[i] = scale * (hyperbolicRe + hyperbolicIm);
            im[i] = scale * (hyperbolicIm - hyperbolicRe);
        }
    }

    /// <summary>dZ/d ln tau: (Rw (1 - tanh^2) - Z)/2 and -(Rw (coth^2 - 1) + Z)/2, of which the bracket is Rw (1 - h^2) in both.</summary>
    public static void DerivativeByLogTau(FrequencyGrid grid, ReadOnlySpan<double> p, bool isOpen, EvaluatedNode node, Vector<double>[] toRe, Vector<double>[] toIm)
    {
        var half = new Vector<double>(0.5);
        for (var i = 0; i < toRe.Length; i++)
        {
            Hyperbolic(grid.Omega[i], p[1], isOpen, out _, out var re, out var im);
            toRe[i] = half * (p[0] * (Vector<double>.One - re * re + im * im) - node.Re[i]);
            toIm[i] = half * (p[0] * -2 * re * im - node.Im[i]);
        }
    }

    static void Hyperbolic(Vector<double> omega, double tau, bool isOpen, out Vector<double> a, out Vector<double> re, out Vector<double> im)
    {
        a = Vector.SquareRoot(omega * (0.5 * tau));
        var e = Vector.Exp(-2 * a);
        var (sine, cosine) = Vector.SinCos(a);
        var one = Vector<double>.One;
        var cross = 4 * e * sine * cosine;
        // 1 + e^2 +- 2 e cos 2a without cancellation
        var trigonometric = isOpen ? sine : cosine;
        var bottom = (one - e) * (one - e) + 4 * e * trigonometric * trigonometric;
        re = (one - e * e) / bottom;
        im = (isOpen ? -cross : cross) / bottom;
    }
}
