using System.Numerics;

namespace CoinRig.Electrochemistry.Impedance.Circuits;

/// <summary>The laws of the elements at one complex frequency: short and exact; <see cref="CircuitEvaluation"/> has the fast form for a spectrum.</summary>
static class ElementLaw
{
    /// <summary>The impedance of a part at s, ohm.</summary>
    public static Complex Impedance(CircuitNode node, Complex s, ReadOnlySpan<double> p)
    {
        switch (node)
        {
            case CircuitElement element:
                return Impedance(element.Kind, s, p[element.First..]);
            case SeriesNode series:
                var sum = Complex.Zero;
                foreach (var part in series.Parts)
                {
                    sum += Impedance(part, s, p);
                }
                return sum;
            default:
                var admittance = Complex.Zero;
                foreach (var part in ((ParallelNode)node).Parts)
                {
                    admittance += 1 / Impedance(part, s, p);
                }
                return 1 / admittance;
        }
    }

    static Complex Impedance(ElementKind kind, Complex s, ReadOnlySpan<double> p) => kind switch
    {
        ElementKind.Resistor => p[0],
        ElementKind.Capacitor => 1 / (s * p[0]),
        ElementKind.Inductor => s * p[0],
        ElementKind.ConstantPhase => 1 / (p[0] * Complex.Exp(p[1] * Complex.Log(s))),
        ElementKind.Warburg => Math.Sqrt(2) * p[0] / Complex.Sqrt(s),
        ElementKind.WarburgOpen => Finite(s, p, 1),
        _ => Finite(s, p, -1),
    };

    /// <summary>coth(q) = (1 + e)/(1 - e) and tanh(q) = (1 - e)/(1 + e) with e = exp(-2 q), which does not overflow.</summary>
    static Complex Finite(Complex s, ReadOnlySpan<double> p, int sign)
    {
        var q = Complex.Sqrt(s * p[1]);
        var decay = Complex.Exp(-2 * q);
        return p[0] * (1 + sign * decay) / ((1 - sign * decay) * q);
    }
}
