using System.Numerics;

namespace CoinRig.Electrochemistry.Impedance.Circuits;

/// <summary>The laws of the elements and their derivatives at all frequencies.</summary>
static class ElementKernel
{
    /// <summary>Impedance of an element, ohm.</summary>
    public static void Impedance(ElementKind kind, FrequencyGrid grid, ReadOnlySpan<double> p, Vector<double>[] re, Vector<double>[] im)
    {
        switch (kind)
        {
            case ElementKind.Resistor:
                re.AsSpan().Fill(new(p[0]));
                im.AsSpan().Clear();
                break;
            case ElementKind.Capacitor:
                re.AsSpan().Clear();
                Scale(grid.InverseOmega, -1 / p[0], im);
                break;
            case ElementKind.Inductor:
                re.AsSpan().Clear();
                Scale(grid.Omega, p[0], im);
                break;
            case ElementKind.ConstantPhase:
                ConstantPhase(grid, p, re, im);
                break;
            case ElementKind.Warburg:
                Scale(grid.InverseRoot, p[0], re);
                Scale(grid.InverseRoot, -p[0], im);
                break;
            default:
                FiniteWarburg.Impedance(grid, p, kind == ElementKind.WarburgOpen, re, im);
                break;
        }
    }

    /// <summary>Weight times sensitivity times the derivatives of an element, by ln p (by alpha itself).</summary>
    public static void Derivatives(ElementKind kind, FrequencyGrid grid, ReadOnlySpan<double> p, EvaluatedNode node, Span<Vector<double>[]> toRe, Span<Vector<double>[]> toIm)
    {
        var sign = kind is ElementKind.Capacitor or ElementKind.ConstantPhase ? -1 : 1;
        for (var i = 0; i < grid.Vectors; i++)
        {
            Write(grid, node, i, sign * node.Re[i], sign * node.Im[i], toRe[0], toIm[0]);
        }
        if (kind == ElementKind.ConstantPhase)
        {
            // d(s^-alpha)/d alpha = -s^-alpha ln s, ln(j omega) = ln omega + j pi/2
            var quarter = new Vector<double>(Math.PI / 2);
            for (var i = 0; i < grid.Vectors; i++)
            {
                var log = grid.LogOmega[i];
                Write(grid, node, i, node.Im[i] * quarter - node.Re[i] * log, -node.Re[i] * quarter - node.Im[i] * log, toRe[1], toIm[1]);
            }
        }
        else if (kind is ElementKind.WarburgOpen or ElementKind.WarburgShort)
        {
            var isOpen = kind == ElementKind.WarburgOpen;
            for (var i = 0; i < grid.Vectors; i++)
            {
                var (re, im) = FiniteWarburg.DerivativeByLogTau(grid.Omega[i], p, isOpen, node.Re[i], node.Im[i]);
                Write(grid, node, i, re, im, toRe[1], toIm[1]);
            }
        }
    }

    static void Write(FrequencyGrid grid, EvaluatedNode node, int i, Vector<double> re, Vector<double> im, Vector<double>[] toRe, Vector<double>[] toIm)
    {
        if (node.HasSensitivity)
        {
            var (sRe, sIm) = (node.SensitivityRe[i], node.SensitivityIm[i]);
            (re, im) = (re * sRe - im * sIm, re * sIm + im * sRe);
        }
        toRe[i] = grid.Weight[i] * re;
        toIm[i] = grid.Weight[i] * im;
    }

    static void ConstantPhase(FrequencyGrid grid, ReadOnlySpan<double> p, Vector<double>[] re, Vector<double>[] im)
    {
        var (sine, cosine) = Math.SinCos(0.5 * Math.PI * p[1]);
        var (scaleRe, scaleIm, exponent) = (new Vector<double>(cosine / p[0]), new Vector<double>(-sine / p[0]), new Vector<double>(-p[1]));
        for (var i = 0; i < re.Length; i++)
        {
            var magnitude = Vector.Exp(exponent * grid.LogOmega[i]);
            (re[i], im[i]) = (magnitude * scaleRe, magnitude * scaleIm);
        }
    }

    static void Scale(Vector<double>[] column, double by, Vector<double>[] to)
    {
        for (var i = 0; i < to.Length; i++)
        {
            to[i] = column[i] * by;
        }
    }
}
