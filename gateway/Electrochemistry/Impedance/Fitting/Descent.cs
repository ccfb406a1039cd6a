using CoinRig.Electrochemistry.Impedance.Circuits;
using CoinRig.Electrochemistry.Numerics;

namespace CoinRig.Electrochemistry.Impedance.Fitting;

/// <summary>
/// Levenberg 1944 and Marquardt 1963 with the damping of Nielsen 1999, exponents between bounds: one at a bound that would leave it is held for the
/// step. Memory is allocated once.
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
    readonly bool[] _isStopped;
    bool _isClipped;
    double[] _gradient;
    double[] _normal;
    double[] _nextGradient;
    double[] _nextNormal;

    public Descent(CircuitProblem problem)
    {
        (_problem, _n) = (problem, problem.Free.Length);
        (_gradient, _nextGradient, _step, _isStopped) = (new double[_n], new double[_n], new double[_n], new bool[_n]);
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
            if (squares <= Rounding * _problem.WeightedSquares || (promise <= LeastPromise * squares && !_isClipped))
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

    /// <summary>The damped step from the last pass.</summary>
    /// <returns>What the linear model promises of it.</returns>
    double Solve(ReadOnlySpan<double> x, double damping)
    {
        for (var i = 0; i < _n; i++)
        {
            var parameter = _problem.Free[i];
            _isStopped[i] = _problem.IsExponent(parameter)
                && ((_gradient[i] > 0 && x[parameter] >= CircuitParameter.HighestExponent) || (_gradient[i] < 0 && x[parameter] <= CircuitParameter.LowestExponent));
        }
        do
        {
            _normal.CopyTo(_factor, 0);
            for (var i = 0; i < _n; i++)
            {
                _step[i] = _gradient[i];
                _factor[i * _n + i] += damping * _factor[i * _n + i] + double.Epsilon;
                if (_isStopped[i])
                {
                    Isolate(i);
                }
            }
            damping = Math.Max(10 * damping, 1e-12);
        }
        while (!Cholesky.Factor(_factor, _n));
        Cholesky.Solve(_factor, _n, _step);
        Bound(x);
        var promise = 0.0;
        for (var i = 0; i < _n; i++)
        {
            promise += _step[i] * (2 * _gradient[i] - VectorDot.Of(_normal.AsSpan(i * _n, _n), _step));
        }
        return promise;
    }

    void Isolate(int i)
    {
        _step[i] = 0;
        for (var j = 0; j < _n; j++)
        {
            _factor[i * _n + j] = _factor[j * _n + i] = 0;
        }
        _factor[i * _n + i] = 1;
    }

    void Bound(ReadOnlySpan<double> x)
    {
        _isClipped = false;
        for (var i = 0; i < _n; i++)
        {
            var parameter = _problem.Free[i];
            var (low, high) = _problem.IsExponent(parameter) ? (CircuitParameter.LowestExponent, CircuitParameter.HighestExponent)
                : (Math.Max(-Farthest, x[parameter] - LongestStep), Math.Min(Farthest, x[parameter] + LongestStep));
            var wanted = x[parameter] + _step[i];
            _isClipped |= wanted < low || wanted > high;
            _step[i] = Math.Clamp(wanted, low, high) - x[parameter];
        }
    }
}
