using System.Numerics;
using CoinRig.Electrochemistry.Impedance.Circuits;

namespace CoinRig.Electrochemistry.Impedance.Fitting;

/// <summary>
/// Least squares of a circuit to a spectrum: coordinates are logarithms (exponents as they are); a pass gives the sum of squares, its
/// gradient and the normal matrix of the free parameters. Points are taken from the highest frequency to the lowest.
/// </summary>
sealed class CircuitProblem
{
    readonly CircuitEvaluation _evaluation;
    readonly double[] _parameters;

    public CircuitProblem(Circuit circuit, Spectrum spectrum, Weighting weighting, bool[] isHeld)
    {
        Circuit = circuit;
        Order = spectrum.Falling();
        Grid = new([.. Order.Select(i => spectrum.Hertz[i])]);
        (MeasuredRe, MeasuredIm, ResidualRe, ResidualIm) = (Grid.New(), Grid.New(), Grid.New(), Grid.New());
        var re = FrequencyGrid.Numbers(MeasuredRe);
        var im = FrequencyGrid.Numbers(MeasuredIm);
        var weight = FrequencyGrid.Numbers(Grid.Weight);
        for (var i = 0; i < Grid.Count; i++)
        {
            var ohms = spectrum.Ohms[Order[i]];
            (re[i], im[i]) = (ohms.Real, ohms.Imaginary);
            weight[i] = weighting == Weighting.Modulus ? 1 / ohms.Magnitude : 1;
            WeightedSquares += weight[i] * weight[i] * (ohms.Real * ohms.Real + ohms.Imaginary * ohms.Imaginary);
        }
        _evaluation = new(circuit, Grid);
        _parameters = new double[circuit.Parameters.Count];
        Free = [.. Enumerable.Range(0, _parameters.Length).Where(i => !isHeld[i])];
    }

    public Circuit Circuit { get; }

    public FrequencyGrid Grid { get; }

    /// <summary>Places in the spectrum of the points as they are taken.</summary>
    public int[] Order { get; }

    public Vector<double>[] MeasuredRe { get; }

    public Vector<double>[] MeasuredIm { get; }

    /// <summary>Weighted residuals of the last pass, measured - model.</summary>
    public Vector<double>[] ResidualRe { get; }

    /// <summary>The same of the imaginary part.</summary>
    public Vector<double>[] ResidualIm { get; }

    /// <summary>Sum of squares of the weighted data.</summary>
    public double WeightedSquares { get; }

    /// <summary>Places of the parameters that are fitted.</summary>
    public int[] Free { get; }

    /// <summary>Model passes so far.</summary>
    public int Passes => _evaluation.Passes;

    public bool IsExponent(int parameter) => Circuit.Parameters[parameter].IsExponent;

    /// <summary>A value as a coordinate.</summary>
    public double Coordinate(int parameter, double value) =>
        IsExponent(parameter) ? Math.Clamp(value, CircuitParameter.LowestExponent, CircuitParameter.HighestExponent) : Math.Log(value);

    /// <summary>A coordinate as a value.</summary>
    public double Value(int parameter, double coordinate) => IsExponent(parameter) ? coordinate : Math.Exp(coordinate);

    /// <summary>One model pass at coordinates.</summary>
    /// <param name="x">A coordinate a parameter.</param>
    /// <param name="gradient">J^T r, one entry a free parameter.</param>
    /// <param name="normal">J^T J of the free parameters, both triangles, by rows.</param>
    /// <returns>The sum of squares.</returns>
    public double Linearize(ReadOnlySpan<double> x, Span<double> gradient, Span<double> normal)
    {
        for (var i = 0; i < _parameters.Length; i++)
        {
            _parameters[i] = Value(i, x[i]);
        }
        _evaluation.Evaluate(_parameters);
        var squares = Residuals();
        for (var a = 0; a < Free.Length; a++)
        {
            var (aRe, aIm) = (_evaluation.DerivativeRe[Free[a]], _evaluation.DerivativeIm[Free[a]]);
            gradient[a] = Dot(aRe, aIm, ResidualRe, ResidualIm);
            for (var b = 0; b <= a; b++)
            {
                normal[a * Free.Length + b] = normal[b * Free.Length + a] = Dot(aRe, aIm, _evaluation.DerivativeRe[Free[b]], _evaluation.DerivativeIm[Free[b]]);
            }
        }
        return squares;
    }

    double Residuals()
    {
        var (re, im, weight) = (_evaluation.Re, _evaluation.Im, Grid.Weight);
        var (measuredRe, measuredIm, residualRe, residualIm) = (MeasuredRe, MeasuredIm, ResidualRe, ResidualIm);
        var sum = Vector<double>.Zero;
        for (var i = 0; i < weight.Length; i++)
        {
            var dRe = weight[i] * (measuredRe[i] - re[i]);
            var dIm = weight[i] * (measuredIm[i] - im[i]);
            residualRe[i] = dRe;
            residualIm[i] = dIm;
            sum += dRe * dRe + dIm * dIm;
        }
        return Vector.Sum(sum);
    }

    static double Dot(ReadOnlySpan<Vector<double>> aRe, ReadOnlySpan<Vector<double>> aIm, ReadOnlySpan<Vector<double>> bRe, ReadOnlySpan<Vector<double>> bIm)
    {
        var re = Vector<double>.Zero;
        var im = Vector<double>.Zero;
        for (var i = 0; i < aRe.Length && i < aIm.Length && i < bRe.Length && i < bIm.Length; i++)
        {
            re += aRe[i] * bRe[i];
            im += aIm[i] * bIm[i];
        }
        return Vector.Sum(re + im);
    }
}
