using CoinRig.Electrochemistry.Impedance.Circuits;
using CoinRig.Electrochemistry.Numerics;

namespace CoinRig.Electrochemistry.Impedance.Fitting;

/// <summary>
/// Levenberg 1944 and Marquardt 1963 with the damping of Nielsen 1999, exponents between bounds. Memory is allocated once.
/// </summary>
sealed class Descent
{
    /// <summary>A step that promises less of the sum of squares than this share ends the descent.</summary>
    const double LeastPromise = 1e-10;

    /// <summary>A sum of squares below this share of the data's is rounding.</summary>
    const double Rounding = 1e-28;

    /// <summary>Longest step in a logarithm, and farthest from one unit that a logarithm goes.</summary>
    const double LongestStep = 2.5, Farthest = 70;

    const double FirstDamping = 1e-3, HighestDamping = 1e12;
    readonly CircuitProblem _problem;
    readonly int _n;
    readonly double[] _factor;
    readonly double[] _step;
    readonly double[] _trial;
    readonly bool[] _isCut;
    readonly double[] _cutStep;
    readonly double[] _right;
    double[] _gradient;
    double[] _normal;
    double[] _nextGradient;
    double[] _nextNormal;

    public Descent(CircuitProblem problem)
    {
        (_problem, _n) = (problem, problem.Free.Length);
        (_gradient, _nextGradient, _step, _cutStep, _right, _isCut) = (new double[_n], new double[_n], new double[_n], new double[_n], new double[_n], new bool[_n]);
        (_normal, _nextNormal, _factor) = (new double[_n * _n], new double[_n * _n], new double[_n * _n]);
        _trial = new double[problem.Circuit.Parameters.Count];
    }

    /// <summary>J^T J where the descent ended.</summary>
    public ReadOnlySpan<double> Normal => _normal;

    /// <summary>Whether it ended because no step promised more.</summary>
    public bool IsConverged { get; set; }

    /// <summary>Goes down from x, which it changes.</summary>
    /// <returns>The sum of squares at its end.</returns>
    public double Run(Span<double> x, int mostPasses)
    {
        var squares = _problem.Linearize(x, _gradient, _normal);
        var (damping, growth) = (FirstDamping, 2.0);
        IsConverged = _n == 0;
        for (var pass = 1; pass < mostPasses && !IsConverged && damping < HighestDamping; pass++)
        {
            var promise = Solve(x, damping);
            if (squares <= Rounding * _problem.WeightedSquares || Math.Abs(promise) <= LeastPromise * squares)
            {
                IsConverged = true;
                break;
            }
            if (!(promise > 0))
            {
                (damping, growth) = (damping * growth, growth * 2);
                continue;
            }
            x.CopyTo(_trial);
            for (var i = 0; i < _n; i++)
            {
                _trial[_problem.Free[i]] += _step[i];
            }
            var next = _problem.Linearize(_trial, _nextGradient, _nextNormal);
            var gain = (squares - next) / promise;
            if (gain > 0)
            {
                _trial.CopyTo(x);
                (_gradient, _nextGradient, _normal, _nextNormal) = (_nextGradient, _gradient, _nextNormal, _normal);
                squares = next;
                damping *= gain > 0.9 ? 0.1 : Math.Max(1 / 3.0, 1 - Math.Pow(2 * gain - 1, 3));
                growth = 2;
            }
            else
            {
                damping *= growth;
                growth *= 2;
            }
        }
        return squares;
    }

    /// <summary>
    /// The damped step from the last pass. A step that would be too long or leave the bounds is cut, and the others are solved again with the cut one
    /// given: else they would make up for what did not happen.
    /// </summary>
    /// <returns>What the linear model promises of it.</returns>
    double Solve(ReadOnlySpan<double> x, double damping)
    {
        _isCut.AsSpan().Clear();
        do
        {
            while (!SolveUncut(damping))
            {
                damping = Math.Max(10 * damping, 1e-12);
            }
        }
        while (Cut(x));
        var promise = 0.0;
        for (var i = 0; i < _n; i++)
        {
            promise += _step[i] * (2 * _gradient[i] - VectorDot.Of(_normal.AsSpan(i * _n, _n), _step));
        }
        return promise;
    }

    bool SolveUncut(double damping)
    {
        _normal.CopyTo(_factor, 0);
        for (var i = 0; i < _n; i++)
        {
            _factor[i * _n + i] += damping * _factor[i * _n + i] + double.Epsilon;
            if (_isCut[i])
            {
                _right[i] = _cutStep[i];
                continue;
            }
            _right[i] = _gradient[i];
            for (var j = 0; j < _n; j++)
            {
                _right[i] -= _isCut[j] ? _normal[i * _n + j] * _cutStep[j] : 0;
            }
        }
        for (var i = 0; i < _n; i++)
        {
            for (var j = 0; j < _n; j++)
            {
                _factor[i * _n + j] = !_isCut[i] && !_isCut[j] ? _factor[i * _n + j] : i == j ? 1 : 0;
            }
        }
        if (!Cholesky.Factor(_factor, _n))
        {
            return false;
        }
        _right.CopyTo(_step, 0);
        Cholesky.Solve(_factor, _n, _step);
        return true;
    }

    /// <summary>Cuts steps; false where none had to be.</summary>
    bool Cut(ReadOnlySpan<double> x)
    {
        var any = false;
        for (var i = 0; i < _n; i++)
        {
            var parameter = _problem.Free[i];
            var (low, high) = _problem.IsExponent(parameter) ? (CircuitParameter.LowestExponent, CircuitParameter.HighestExponent)
                : (Math.Max(-Farthest, x[parameter] - LongestStep), Math.Min(Farthest, x[parameter] + LongestStep));
            var wanted = x[parameter] + _step[i];
            if (!_isCut[i] && (wanted < low || wanted > high))
            {
                (_isCut[i], any) = (true, true);
                _cutStep[i] = Math.Clamp(wanted, low, high) - x[parameter];
            }
        }
        return any;
    }
}
