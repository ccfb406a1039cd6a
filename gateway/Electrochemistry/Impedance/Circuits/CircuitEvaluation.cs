using System.Numerics;

namespace CoinRig.Electrochemistry.Impedance.Circuits;

/// <summary>
/// A circuit at all frequencies of a spectrum, with its derivatives, in memory that is allocated once: values from the elements up, then
/// sensitivities from the whole down (dZ/dZ_part is (Z/Z_part)^2 of a parallel group, 1 in series), and at each element its own derivative.
/// </summary>
sealed class CircuitEvaluation
{
    readonly FrequencyGrid _grid;
    readonly List<EvaluatedNode> _nodes = [];
    readonly EvaluatedNode _root;

    public CircuitEvaluation(Circuit circuit, FrequencyGrid grid)
    {
        _grid = grid;
        _root = Add(circuit.Root, null);
        DerivativeRe = [.. circuit.Parameters.Select(_ => grid.New())];
        DerivativeIm = [.. circuit.Parameters.Select(_ => grid.New())];
    }

    /// <summary>Real parts, ohm.</summary>
    public Vector<double>[] Re => _root.Re;

    /// <summary>Imaginary parts, ohm.</summary>
    public Vector<double>[] Im => _root.Im;

    /// <summary>Weight times the derivative of the real part, by the logarithm of each parameter (by the exponent itself where it is one).</summary>
    public Vector<double>[][] DerivativeRe { get; }

    /// <summary>The same of the imaginary part.</summary>
    public Vector<double>[][] DerivativeIm { get; }

    /// <summary>Model passes so far.</summary>
    public int Passes { get; set; }

    /// <summary>Computes impedances and derivatives for parameters in their units.</summary>
    public void Evaluate(ReadOnlySpan<double> parameters)
    {
        Passes++;
        foreach (var node in _nodes)
        {
            if (node.Source is CircuitElement element)
            {
                ElementKernel.Impedance(element.Kind, _grid, parameters[element.First..], node.Re, node.Im);
            }
            else if (node.Source is SeriesNode)
            {
                Sum(node);
            }
            else
            {
                Parallel(node);
            }
            if (node.IsBesideOthers)
            {
                Invert(node.Re, node.Im, node.AdmittanceRe, node.AdmittanceIm);
            }
        }
        for (var i = _nodes.Count - 1; i >= 0; i--)
        {
            if (_nodes[i].Source is CircuitElement element)
            {
                ElementKernel.Derivatives(element.Kind, _grid, parameters[element.First..], _nodes[i], DerivativeRe.AsSpan(element.First), DerivativeIm.AsSpan(element.First));
            }
            else
            {
                PassDown(_nodes[i]);
            }
        }
    }

    /// <summary>Parts stand before what they are parts of.</summary>
    EvaluatedNode Add(CircuitNode source, EvaluatedNode? parent)
    {
        var node = new EvaluatedNode(source, parent, _grid);
        var parts = source switch { SeriesNode s => s.Parts, ParallelNode p => p.Parts, _ => [] };
        node.Parts = [.. parts.Select(p => Add(p, node))];
        _nodes.Add(node);
        return node;
    }

    static void Sum(EvaluatedNode node)
    {
        for (var i = 0; i < node.Re.Length; i++)
        {
            Vector<double> re = default, im = default;
            foreach (var part in node.Parts)
            {
                re += part.Re[i];
                im += part.Im[i];
            }
            (node.Re[i], node.Im[i]) = (re, im);
        }
    }

    static void Parallel(EvaluatedNode node)
    {
        for (var i = 0; i < node.Re.Length; i++)
        {
            Vector<double> re = default, im = default;
            foreach (var part in node.Parts)
            {
                re += part.AdmittanceRe[i];
                im += part.AdmittanceIm[i];
            }
            (node.Re[i], node.Im[i]) = (re, im);
        }
        Invert(node.Re, node.Im, node.Re, node.Im);
    }

    static void Invert(Vector<double>[] re, Vector<double>[] im, Vector<double>[] toRe, Vector<double>[] toIm)
    {
        for (var i = 0; i < re.Length; i++)
        {
            var scale = Vector<double>.One / (re[i] * re[i] + im[i] * im[i]);
            (toRe[i], toIm[i]) = (re[i] * scale, -im[i] * scale);
        }
    }

    static void PassDown(EvaluatedNode node)
    {
        foreach (var part in node.Parts)
        {
            if (!part.HasSensitivity)
            {
                continue;
            }
            for (var i = 0; i < node.Re.Length; i++)
            {
                Vector<double> re, im;
                if (part.IsBesideOthers)
                {
                    var ratioRe = node.Re[i] * part.AdmittanceRe[i] - node.Im[i] * part.AdmittanceIm[i];
                    var ratioIm = node.Re[i] * part.AdmittanceIm[i] + node.Im[i] * part.AdmittanceRe[i];
                    (re, im) = (ratioRe * ratioRe - ratioIm * ratioIm, 2 * ratioRe * ratioIm);
                    if (node.HasSensitivity)
                    {
                        (re, im) = (re * node.SensitivityRe[i] - im * node.SensitivityIm[i], re * node.SensitivityIm[i] + im * node.SensitivityRe[i]);
                    }
                }
                else
                {
                    (re, im) = (node.SensitivityRe[i], node.SensitivityIm[i]);
                }
                (part.SensitivityRe[i], part.SensitivityIm[i]) = (re, im);
            }
        }
    }
}
