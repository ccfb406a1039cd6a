using CoinRig.Electrochemistry.Impedance.Circuits;
using CoinRig.Electrochemistry.Numerics;

namespace CoinRig.Electrochemistry.Impedance.Fitting;

/// <summary>
/// Start values without a guess. Up to time constants and exponents a circuit is nearly linear, so all combinations of a coarse grid are
/// solved for the factors (from products that are computed once), and the best that differ from each other are returned.
/// </summary>
sealed class StartSearch
{
    /// <summary>More combinations take longer than descents from worse starts.</summary>
    const int MostCombinations = 6000;

    /// <summary>A feature that a combination does without begins with this share of the data.</summary>
    const double Faint = 1e-3;

    readonly CircuitProblem _problem;
    readonly List<StartFeature> _features;
    readonly StartDictionary _dictionary;
    readonly List<Combination> _found = [];
    readonly int[] _chosen;
    readonly double[] _matrix;
    readonly double[] _factors;
    readonly int[] _kept;
    int _keptCount;

    public StartSearch(CircuitProblem problem)
    {
        (_problem, _features) = (problem, StartFeature.Of(problem.Circuit));
        var searched = _features.Count(f => f.HasTime);
        var (taus, exponents) = Resolution(searched);
        _dictionary = new(problem, _features, taus, exponents);
        var n = _features.Count;
        (_chosen, _matrix, _factors, _kept) = (new int[n], new double[n * n], new double[n], new int[n]);
    }

    /// <summary>Values of all parameters, the best start first.</summary>
    public IEnumerable<double[]> Starts(int most)
    {
        Combine(0);
        _found.Sort((a, b) => a.Squares.CompareTo(b.Squares));
        var taken = new List<Combination>();
        foreach (var combination in _found)
        {
            if (taken.Count == most)
            {
                break;
            }
            if (!taken.Any(t => IsBeside(t, combination)))
            {
                taken.Add(combination);
                yield return Values(combination);
            }
        }
    }

    (double[] Taus, double[] Exponents) Resolution(int searched)
    {
        var omega = FrequencyGrid.Numbers(_problem.Grid.Omega);
        var (first, last) = (Math.Log10(0.5 / omega[0]), Math.Log10(2 / omega[_problem.Grid.Count - 1]));
        var (perDecade, exponents) = searched switch { 0 or 1 => (4.0, new[] { 0.55, 0.7, 0.85, 1 }), 2 => (3.0, [0.7, 0.9]), 3 => (2.0, [0.7, 0.9]), _ => (2.0, new[] { 0.85 }) };
        var points = (int)Math.Ceiling((last - first) * perDecade) + 1;
        while (searched > 0 && points > searched + 2 && Combinations(points, searched, exponents.Length) > MostCombinations)
        {
            points--;
        }
        return ([.. Enumerable.Range(0, points).Select(i => Math.Pow(10, first + (last - first) * i / Math.Max(1, points - 1)))], exponents);
    }

    double Combinations(int points, int searched, int exponents)
    {
        var ordered = _features.Where(f => f.HasTime).GroupBy(f => f.Shape).Aggregate(1.0, (all, group) =>
            all * Enumerable.Range(0, group.Count()).Aggregate(1.0, (c, i) => c * (points - i) / (i + 1)));
        return ordered * Math.Pow(exponents, _features.Count(f => f.Exponent >= 0));
    }

    void Combine(int feature)
    {
        if (feature == _features.Count)
        {
            _found.Add(new([.. _chosen], Solve()));
            return;
        }
        var after = -1;
        for (var i = feature - 1; i >= 0 && _features[feature].HasTime; i--)
        {
            if (_features[i].Shape == _features[feature].Shape)
            {
                after = _dictionary[_chosen[i]].TauIndex;
                break;
            }
        }
        foreach (var choice in _dictionary.Choices[feature])
        {
            if (_dictionary[choice].TauIndex > after || !_features[feature].HasTime)
            {
                _chosen[feature] = choice;
                Combine(feature + 1);
            }
        }
    }

    /// <summary>Least squares of the chosen columns, without those whose factor would be negative.</summary>
    /// <returns>The sum of squares that is left.</returns>
    double Solve()
    {
        var n = _features.Count;
        var count = n;
        for (var i = 0; i < n; i++)
        {
            _kept[i] = i;
        }
        while (count > 0)
        {
            for (var a = 0; a < count; a++)
            {
                var row = _chosen[_kept[a]];
                _factors[a] = _dictionary.WithData[row];
                for (var b = 0; b <= a; b++)
                {
                    _matrix[a * count + b] = _dictionary.Gram[row * _dictionary.WithData.Length + _chosen[_kept[b]]] + (a == b ? 1e-9 : 0);
                }
            }
            var worst = -1;
            if (!Cholesky.Factor(_matrix, count))
            {
                return double.PositiveInfinity;
            }
            Cholesky.Solve(_matrix, count, _factors);
            for (var a = 0; a < count; a++)
            {
                if (_factors[a] < 0 && (worst < 0 || _factors[a] < _factors[worst]))
                {
                    worst = a;
                }
            }
            if (worst < 0)
            {
                break;
            }
            count--;
            for (var a = worst; a < count; a++)
            {
                _kept[a] = _kept[a + 1];
            }
        }
        var squares = _dictionary.DataSquares;
        for (var a = 0; a < count; a++)
        {
            squares -= _factors[a] * _dictionary.WithData[_chosen[_kept[a]]];
        }
        _keptCount = count;
        return squares;
    }

    double[] Values(Combination combination)
    {
        combination.Chosen.CopyTo(_chosen, 0);
        Solve();
        var values = new double[_problem.Circuit.Parameters.Count];
        for (var i = 0; i < _features.Count; i++)
        {
            var candidate = _dictionary[_chosen[i]];
            var kept = Array.IndexOf(_kept, i, 0, _keptCount);
            var factor = kept < 0 ? 0 : _factors[kept] / candidate.Norm;
            _features[i].Write(factor > 0 ? factor : Faint * Math.Sqrt(_dictionary.DataSquares) / candidate.Norm, candidate.Tau, candidate.Alpha, values);
        }
        return values;
    }

    bool IsBeside(Combination a, Combination b)
    {
        for (var i = 0; i < a.Chosen.Length; i++)
        {
            if (Math.Abs(_dictionary[a.Chosen[i]].TauIndex - _dictionary[b.Chosen[i]].TauIndex) > 1)
            {
                return false;
            }
        }
        return true;
    }
}

/// <summary>A candidate for each feature, and the sum of squares that it leaves.</summary>
readonly record struct Combination(int[] Chosen, double Squares);
