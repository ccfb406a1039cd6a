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
        var (re, im) = (node.Re, node.Im);
        node.Parts[0].Re.CopyTo(re, 0);
        node.Parts[0].Im.CopyTo(im, 0);
        for (var p = 1; p < node.Parts.Length; p++)
        {
            AddTo(node.Parts[p].Re, re);
            AddTo(node.Parts[p].Im, im);
        }
    }

    static void Parallel(EvaluatedNode node)
    {
        var (re, im) = (node.Re, node.Im);
        node.Parts[0].AdmittanceRe.CopyTo(re, 0);
        node.Parts[0].AdmittanceIm.CopyTo(im, 0);
        for (var p = 1; p < node.Parts.Length; p++)
        {
            AddTo(node.Parts[p].AdmittanceRe, re);
            AddTo(node.Parts[p].AdmittanceIm, im);
        }
        Invert(re, im, re, im);
    }

    static void AddTo(Vector<double>[] column, Vector<double>[] sum)
    {
        for (var i = 0; i < sum.Length && i < column.Length; i++)
        {
            sum[i] += column[i];
        }
    }

    static void Invert(Vector<double>[] fromRe, Vector<double>[] fromIm, Vector<double>[] toRe, Vector<double>[] toIm)
    {
        for (var i = 0; i < fromRe.Length; i++)
        {
            var re = fromRe[i];
            var im = fromIm[i];
            var scale = Vector<double>.One / (re * re + im * im);
            toRe[i] = re * scale;
            toIm[i] = -im * scale;
        }
    }

    static void PassDown(EvaluatedNode node)
    {
        foreach (var part in node.Parts)
        {
            if (part.IsBesideOthers)
            {
                RatioSquared(node.Re, node.Im, part.AdmittanceRe, part.AdmittanceIm, part.SensitivityRe, part.SensitivityIm);
                if (node.HasSensitivity)
                {
                    Multiply(node.SensitivityRe, node.SensitivityIm, part.SensitivityRe, part.SensitivityIm);
                }
            }
            else if (part.HasSensitivity)
            {
                node.SensitivityRe.CopyTo(part.SensitivityRe, 0);
                node.SensitivityIm.CopyTo(part.SensitivityIm, 0);
            }
        }
    }

    static void RatioSquared(Vector<double>[] zRe, Vector<double>[] zIm, Vector<double>[] yRe, Vector<double>[] yIm, Vector<double>[] toRe, Vector<double>[] toIm)
    {
        for (var i = 0; i < zRe.Length; i++)
        {
            var re = zRe[i] * yRe[i] - zIm[i] * yIm[i];
            var im = zRe[i] * yIm[i] + zIm[i] * yRe[i];
            toRe[i] = re * re - im * im;
            toIm[i] = 2 * re * im;
        }
    }

    static void Multiply(Vector<double>[] byRe, Vector<double>[] byIm, Vector<double>[] toRe, Vector<double>[] toIm)
    {
        for (var i = 0; i < byRe.Length; i++)
        {
            var re = toRe[i];
            var im = toIm[i];
            toRe[i] = re * byRe[i] - im * byIm[i];
            toIm[i] = re * byIm[i] + im * byRe[i];
        }
    }
}
