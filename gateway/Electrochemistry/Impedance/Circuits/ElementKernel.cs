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
        var (re, im) = (node.Re, node.Im);
        var sign = kind is ElementKind.Capacitor or ElementKind.ConstantPhase ? -1.0 : 1.0;
        Scale(re, sign, toRe[0]);
        Scale(im, sign, toIm[0]);
        Finish(grid.Weight, node, toRe[0], toIm[0]);
        if (kind == ElementKind.ConstantPhase)
        {
            ByExponent(grid.LogOmega, re, im, toRe[1], toIm[1]);
            Finish(grid.Weight, node, toRe[1], toIm[1]);
        }
        else if (kind is ElementKind.WarburgOpen or ElementKind.WarburgShort)
        {
            FiniteWarburg.DerivativeByLogTau(grid, p, kind == ElementKind.WarburgOpen, node, toRe[1], toIm[1]);
            Finish(grid.Weight, node, toRe[1], toIm[1]);
        }
    }

    /// <summary>d(s^-alpha)/d alpha = -s^-alpha ln s, ln(j omega) = ln omega + j pi/2.</summary>
    static void ByExponent(Vector<double>[] logOmega, Vector<double>[] re, Vector<double>[] im, Vector<double>[] toRe, Vector<double>[] toIm)
    {
        var quarter = new Vector<double>(Math.PI / 2);
        for (var i = 0; i < toRe.Length; i++)
        {
            toRe[i] = im[i] * quarter - re[i] * logOmega[i];
            toIm[i] = -re[i] * quarter - im[i] * logOmega[i];
        }
    }

    static void Finish(Vector<double>[] weight, EvaluatedNode node, Vector<double>[] toRe, Vector<double>[] toIm)
    {
        if (!node.HasSensitivity)
        {
            for (var i = 0; i < toRe.Length; i++)
            {
                toRe[i] *= weight[i];
                toIm[i] *= weight[i];
            }
            return;
        }
        var (sRe, sIm) = (node.SensitivityRe, node.SensitivityIm);
        for (var i = 0; i < toRe.Length; i++)
        {
            var re = toRe[i] * weight[i];
            var im = toIm[i] * weight[i];
            toRe[i] = re * sRe[i] - im * sIm[i];
            toIm[i] = re * sIm[i] + im * sRe[i];
        }
    }

    static void ConstantPhase(FrequencyGrid grid, ReadOnlySpan<double> p, Vector<double>[] re, Vector<double>[] im)
    {
        var (sine, cosine) = Math.SinCos(0.5 * Math.PI * p[1]);
        var scaleRe = new Vector<double>(cosine / p[0]);
        var scaleIm = new Vector<double>(-sine / p[0]);
        var exponent = new Vector<double>(-p[1]);
        for (var i = 0; i < re.Length; i++)
        {
            var magnitude = Vector.Exp(exponent * grid.LogOmega[i]);
            re[i] = magnitude * scaleRe;
            im[i] = magnitude * scaleIm;
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
