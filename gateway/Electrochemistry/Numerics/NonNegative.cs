namespace CoinRig.Electrochemistry.Numerics;

/// <summary>
/// The least of x^T A x - 2 b^T x over x at or above zero, by block principal pivoting (Portugal, Judice and Vicente 1994, Math. Comp. 63, 625): guesses
/// which unknowns are zero and exchanges all that are wrong at once, one at a time where that does not help. Memory is allocated once.
/// </summary>
sealed class NonNegative(int n)
{
    /// <summary>Exchanges of whole blocks without fewer wrong ones before single exchanges begin.</summary>
    const int Patience = 3;

    readonly bool[] _isZero = new bool[n];
    readonly int[] _free = new int[n];
    readonly double[] _factor = new double[n * n];
    readonly double[] _part = new double[n];
    int _count;

    /// <summary>The unknowns that are not zero, in their order.</summary>
    public ReadOnlySpan<int> Free => _free.AsSpan(0, _count);

    /// <summary>The factor of the matrix of <see cref="Free"/>, by rows.</summary>
    public ReadOnlySpan<double> Factor => _factor.AsSpan(0, _count * _count);

    /// <summary>Solves, beginning with the zeros of the last call.</summary>
    /// <param name="matrix">A by rows, symmetric and positive.</param>
    /// <param name="right">b.</param>
    /// <param name="x">The solution.</param>
    /// <returns>Whether the matrix was positive and the exchanges came to an end.</returns>
    public bool Solve(ReadOnlySpan<double> matrix, ReadOnlySpan<double> right, Span<double> x)
    {
        var (fewest, patience) = (n + 1, Patience);
        for (var round = 0; round < 10 * n + 50; round++)
        {
            if (!SolveFree(matrix, right, x))
            {
                return false;
            }
            var (wrong, last) = (0, -1);
            var tolerance = Tolerance(x);
            for (var i = 0; i < n; i++)
            {
                if (IsWrong(matrix, right, x, i, tolerance))
                {
                    (wrong, last) = (wrong + 1, i);
                }
            }
            if (wrong == 0)
            {
                return true;
            }
            (fewest, patience) = wrong < fewest ? (wrong, Patience) : (fewest, patience - 1);
            if (patience < 0)
            {
                _isZero[last] = !_isZero[last];
                continue;
            }
            for (var i = 0; i < n; i++)
            {
                // Signs in x and the zeros belong to this round until all are looked at.
                _part[i] = IsWrong(matrix, right, x, i, tolerance) ? 1 : 0;
            }
            for (var i = 0; i < n; i++)
            {
                _isZero[i] ^= _part[i] > 0;
            }
        }
        return false;
    }

    bool IsWrong(ReadOnlySpan<double> matrix, ReadOnlySpan<double> right, ReadOnlySpan<double> x, int i, double tolerance) => _isZero[i]
        ? VectorDot.Of(matrix.Slice(i * n, n), x) - right[i] < -tolerance * matrix[i * n + i]
        : x[i] < 0;

    static double Tolerance(ReadOnlySpan<double> x)
    {
        var largest = 0.0;
        foreach (var value in x)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }
        return 1e-12 * largest;
    }

    bool SolveFree(ReadOnlySpan<double> matrix, ReadOnlySpan<double> right, Span<double> x)
    {
        _count = 0;
        for (var i = 0; i < n; i++)
        {
            if (!_isZero[i])
            {
                _free[_count++] = i;
            }
        }
        for (var a = 0; a < _count; a++)
        {
            var row = matrix.Slice(_free[a] * n, n);
            for (var b = 0; b <= a; b++)
            {
                _factor[a * _count + b] = row[_free[b]];
            }
            _part[a] = right[_free[a]];
        }
        if (!Cholesky.Factor(_factor, _count))
        {
            return false;
        }
        Cholesky.Solve(_factor, _count, _part);
        x.Clear();
        for (var a = 0; a < _count; a++)
        {
            x[_free[a]] = _part[a];
        }
        return true;
    }
}
