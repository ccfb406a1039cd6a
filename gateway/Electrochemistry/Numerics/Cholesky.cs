namespace CoinRig.Electrochemistry.Numerics;

/// <summary>Small symmetric positive systems, solved in place without allocation.</summary>
static class Cholesky
{
    /// <summary>Factors a matrix (by rows, n by n) into L L^T, L in the lower triangle; false where it is not positive.</summary>
    public static bool Factor(Span<double> matrix, int n)
    {
        for (var j = 0; j < n; j++)
        {
            var row = matrix.Slice(j * n, j);
            var pivot = matrix[j * n + j];
            foreach (var entry in row)
            {
                pivot -= entry * entry;
            }
            if (!(pivot > 0))
            {
                return false;
            }
            pivot = Math.Sqrt(pivot);
            matrix[j * n + j] = pivot;
            for (var i = j + 1; i < n; i++)
            {
                matrix[i * n + j] = (matrix[i * n + j] - VectorDot.Of(matrix.Slice(i * n, j), row)) / pivot;
            }
        }
        return true;
    }

    /// <summary>Solves L L^T x = b in place.</summary>
    public static void Solve(ReadOnlySpan<double> factor, int n, Span<double> b)
    {
        for (var i = 0; i < n; i++)
        {
            b[i] = (b[i] - VectorDot.Of(factor.Slice(i * n, i), b[..i])) / factor[i * n + i];
        }
        for (var i = n - 1; i >= 0; i--)
        {
            var x = b[i] /= factor[i * n + i];
            VectorDot.AddMultiple(-x, factor.Slice(i * n, i), b[..i]);
        }
    }

    /// <summary>Writes the inverse (by rows, both triangles) of a factored matrix.</summary>
    public static void Invert(ReadOnlySpan<double> factor, int n, Span<double> inverse)
    {
        inverse[..(n * n)].Clear();
        for (var i = 0; i < n; i++)
        {
            var row = inverse.Slice(i * n, n);
            row[i] = 1;
            Solve(factor, n, row);
        }
    }
}
