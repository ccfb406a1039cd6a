using System.Numerics;
using CoinRig.Electrochemistry.Impedance.Circuits;
using CoinRig.Electrochemistry.Numerics;

namespace CoinRig.Electrochemistry.Impedance.Fitting;

/// <summary>Candidate forms over a grid of time constants and exponents, their products with each other and with the data.</summary>
sealed class StartDictionary
{
    readonly List<double[]> _columns = [];
    readonly List<Candidate> _candidates = [];

    public StartDictionary(CircuitProblem problem, IReadOnlyList<StartFeature> features, double[] taus, double[] exponents)
    {
        Choices = [.. features.Select(_ => new List<int>())];
        for (var i = 0; i < features.Count; i++)
        {
            var feature = features[i];
            for (var t = 0; t < (feature.HasTime ? taus.Length : 1); t++)
            {
                foreach (var alpha in feature.Exponent < 0 ? [1.0] : exponents)
                {
                    Choices[i].Add(Place(problem, new(feature.Form, t, feature.HasTime ? taus[t] : 1, alpha)));
                }
            }
        }
        var data = Column(problem, i => (FrequencyGrid.Numbers(problem.MeasuredRe)[i], FrequencyGrid.Numbers(problem.MeasuredIm)[i]));
        DataSquares = VectorDot.Of(data, data);
        WithData = [.. _columns.Select(c => VectorDot.Of(c, data))];
        Gram = new double[_columns.Count * _columns.Count];
        for (var a = 0; a < _columns.Count; a++)
        {
            for (var b = 0; b <= a; b++)
            {
                Gram[a * _columns.Count + b] = Gram[b * _columns.Count + a] = VectorDot.Of(_columns[a], _columns[b]);
            }
        }
    }

    /// <summary>The candidates of each feature.</summary>
    public List<int>[] Choices { get; }

    /// <summary>Products of candidates with each other, by rows; each has the norm 1.</summary>
    public double[] Gram { get; }

    /// <summary>Products of candidates with the data.</summary>
    public double[] WithData { get; }

    /// <summary>Sum of squares of the weighted data.</summary>
    public double DataSquares { get; }

    public Candidate this[int index] => _candidates[index];

    int Place(CircuitProblem problem, Candidate candidate)
    {
        var known = _candidates.FindIndex(c => c.Form == candidate.Form && c.TauIndex == candidate.TauIndex && c.Alpha == candidate.Alpha);
        if (known >= 0)
        {
            return known;
        }
        var column = Column(problem, i => Shape(candidate, FrequencyGrid.Numbers(problem.Grid.Omega)[i]));
        var norm = Math.Sqrt(VectorDot.Of(column, column));
        for (var i = 0; i < column.Length; i++)
        {
            column[i] /= norm;
        }
        _columns.Add(column);
        _candidates.Add(candidate with { Norm = norm });
        return _candidates.Count - 1;
    }

    static double[] Column(CircuitProblem problem, Func<int, (double Re, double Im)> at)
    {
        var n = problem.Grid.Count;
        var column = new double[2 * n];
        for (var i = 0; i < n; i++)
        {
            var (re, im) = at(i);
            var weight = FrequencyGrid.Numbers(problem.Grid.Weight)[i];
            (column[i], column[n + i]) = (weight * re, weight * im);
        }
        return column;
    }

    static (double Re, double Im) Shape(Candidate candidate, double omega)
    {
        var s = new Complex(0, omega);
        var z = candidate.Form switch
        {
            FeatureForm.Constant => 1,
            FeatureForm.Capacitive => 1 / s,
            FeatureForm.Inductive => s,
            FeatureForm.Warburg => new Complex(1, -1) / Math.Sqrt(omega),
            FeatureForm.Phase => Power(s, -candidate.Alpha),
            FeatureForm.Arc => 1 / (1 + Power(s * candidate.Tau, candidate.Alpha)),
            FeatureForm.InductiveArc => s * candidate.Tau / (1 + s * candidate.Tau),
            FeatureForm.Open => Finite(s * candidate.Tau, 1),
            _ => Finite(s * candidate.Tau, -1),
        };
        return (z.Real, z.Imaginary);
    }

    static Complex Power(Complex s, double alpha) => Complex.FromPolarCoordinates(Math.Pow(s.Imaginary, alpha), 0.5 * Math.PI * alpha);

    static Complex Finite(Complex squared, int sign)
    {
        var q = Complex.Sqrt(squared);
        var decay = Complex.Exp(-2 * q);
        return (1 + sign * decay) / ((1 - sign * decay) * q);
    }
}

/// <summary>One form with its time constant and exponent.</summary>
readonly record struct Candidate(FeatureForm Form, int TauIndex, double Tau, double Alpha, double Norm = 1);
