using System.Numerics;
using CoinRig.Electrochemistry.Numerics;

namespace CoinRig.Electrochemistry.Impedance.RelaxationTimes;

/// <summary>
/// Z = R0 + sum g_k dln(tau)/(1 + j omega tau_k) over |Z|, with a penalty on second differences of g and g at or above zero. Unknowns are R0 and g in units
/// of the largest modulus, so that lambda has no unit. Memory is allocated once; a lambda begins with the zeros of the one before.
/// </summary>
sealed class RelaxationProblem
{
    readonly int _n;
    readonly int _rows;
    readonly double[] _gram;
    readonly double[] _withData;
    readonly double _dataSquares;
    readonly double[] _penalty;
    readonly double[] _matrix;
    readonly double[] _inverse;
    readonly NonNegative _solver;

    public RelaxationProblem(Spectrum spectrum, Func<double, Complex>? tail, RelaxationOptions options)
    {
        var order = spectrum.Falling();
        Seconds = Grid(spectrum.Hertz[order[0]], spectrum.Hertz[order[^1]], options);
        Step = Math.Log(Seconds[1] / Seconds[0]);
        Scale = spectrum.Ohms.Max(z => z.Magnitude);
        (_n, _rows) = (Seconds.Length + 1, 2 * spectrum.Count);
        var columns = new double[_n][];
        var data = new double[_rows];
        var weights = new double[spectrum.Count];
        for (var i = 0; i < spectrum.Count; i++)
        {
            var (hertz, ohms) = (spectrum.Hertz[order[i]], spectrum.Ohms[order[i]]);
            weights[i] = Scale / ohms.Magnitude;
            var rest = (tail is null ? ohms : ohms - tail(hertz)) * weights[i] / Scale;
            (data[i], data[spectrum.Count + i]) = (rest.Real, rest.Imaginary);
        }
        for (var k = 0; k < _n; k++)
        {
            var column = columns[k] = new double[_rows];
            for (var i = 0; i < spectrum.Count; i++)
            {
                var x = k == 0 ? 0 : 2 * Math.PI * spectrum.Hertz[order[i]] * Seconds[k - 1];
                var real = weights[i] * (k == 0 ? 1 : Step) / (1 + x * x);
                (column[i], column[spectrum.Count + i]) = (real, -x * real);
            }
        }
        (_gram, _penalty, _matrix, _inverse) = (new double[_n * _n], new double[_n * _n], new double[_n * _n], new double[_n * _n]);
        (_withData, Unknowns, _solver) = (new double[_n], new double[_n], new(_n));
        for (var a = 0; a < _n; a++)
        {
            _withData[a] = VectorDot.Of(columns[a], data);
            for (var b = 0; b <= a; b++)
            {
                _gram[a * _n + b] = _gram[b * _n + a] = VectorDot.Of(columns[a], columns[b]);
            }
        }
        _dataSquares = VectorDot.Of(data, data);
        Penalize();
    }

    /// <summary>Time constants, s, rising.</summary>
    public double[] Seconds { get; }

    /// <summary>d ln tau.</summary>
    public double Step { get; }

    /// <summary>The largest modulus, ohm.</summary>
    public double Scale { get; }

    /// <summary>R0, then g, in units of <see cref="Scale"/>.</summary>
    public double[] Unknowns { get; }

    /// <summary>Variance of a weighted residual.</summary>
    public double Variance { get; set; }

    /// <summary>Solves for a lambda.</summary>
    /// <returns>Generalized cross-validation (Golub, Heath and Wahba 1979): n |y - H y|^2/(n - tr H)^2.</returns>
    public double Solve(double lambda)
    {
        for (var i = 0; i < _matrix.Length; i++)
        {
            _matrix[i] = _gram[i] + lambda * _penalty[i];
        }
        // A trace of the diagonal keeps directions that neither data nor penalty see from making the matrix singular.
        for (var i = 0; i < _n; i++)
        {
            _matrix[i * _n + i] *= 1 + 1e-12;
        }
        if (!_solver.Solve(_matrix, _withData, Unknowns))
        {
            return double.PositiveInfinity;
        }
        var squares = _dataSquares;
        for (var a = 0; a < _n; a++)
        {
            squares += Unknowns[a] * (VectorDot.Of(_gram.AsSpan(a * _n, _n), Unknowns) - 2 * _withData[a]);
        }
        squares = Math.Max(squares, 1e-15 * _dataSquares);
        var left = Math.Max(1, _rows - Trace());
        Variance = squares / left;
        return _rows * squares / (left * left);
    }

    /// <summary>Standard uncertainty of the sum of some of the unknowns: posterior of the smoothing prior (Wahba 1983).</summary>
    public double UncertaintyOfSum(int first, int last)
    {
        var sum = 0.0;
        var free = _solver.Free;
        for (var a = 0; a < free.Length; a++)
        {
            for (var b = 0; b < free.Length && free[a] >= first && free[a] <= last; b++)
            {
                sum += free[b] >= first && free[b] <= last ? _inverse[a * free.Length + b] : 0;
            }
        }
        return Math.Sqrt(Variance * Math.Max(0, sum));
    }

    double Trace()
    {
        var free = _solver.Free;
        Cholesky.Invert(_solver.Factor, free.Length, _inverse);
        var trace = 0.0;
        for (var a = 0; a < free.Length; a++)
        {
            for (var b = 0; b < free.Length; b++)
            {
                trace += _inverse[a * free.Length + b] * _gram[free[a] * _n + free[b]];
            }
        }
        return trace;
    }

    void Penalize()
    {
        Span<double> second = [1, -2, 1];
        for (var k = 1; k + 2 < _n; k++)
        {
            for (var a = 0; a < 3; a++)
            {
                for (var b = 0; b < 3; b++)
                {
                    _penalty[(k + a) * _n + k + b] += second[a] * second[b];
                }
            }
        }
    }

    static double[] Grid(double highHertz, double lowHertz, RelaxationOptions options)
    {
        var first = -Math.Log10(2 * Math.PI * highHertz) - options.DecadesBeyond;
        var decades = Math.Log10(highHertz / lowHertz) + 2 * options.DecadesBeyond;
        var count = Math.Max(4, (int)Math.Ceiling(decades * options.PointsPerDecade) + 1);
        return [.. Enumerable.Range(0, count).Select(k => Math.Pow(10, first + k * decades / (count - 1)))];
    }
}
