namespace CoinRig.Electrochemistry.Numerics;

/// <summary>
/// Linear least squares by Householder reflections (Golub 1965) on columns scaled to the norm 1, in memory that is allocated once for the largest size: for
/// columns so much alike that the normal equations would lose their digits.
/// </summary>
sealed class Householder(int rows, int mostColumns)
{
    readonly double[] _columns = new double[rows * mostColumns];
    readonly double[] _scales = new double[mostColumns];
    readonly double[] _diagonal = new double[mostColumns];

    /// <summary>A column to be written before <see cref="Solve"/>, which spoils it.</summary>
    public Span<double> Column(int index) => _columns.AsSpan(index * rows, rows);

    /// <summary>Solves for the first columns.</summary>
    /// <param name="columns">How many.</param>
    /// <param name="right">The right side, as many as there are rows; spoilt.</param>
    /// <param name="solution">One number a column.</param>
    public void Solve(int columns, Span<double> right, Span<double> solution)
    {
        for (var j = 0; j < columns; j++)
        {
            var column = Column(j);
            var norm = Math.Sqrt(VectorDot.Of(column, column));
            _scales[j] = norm > 0 ? 1 / norm : 1;
            foreach (ref var entry in column)
            {
                entry *= _scales[j];
            }
        }
        for (var j = 0; j < columns; j++)
        {
            var v = Column(j)[j..];
            var norm = Math.Sqrt(VectorDot.Of(v, v));
            _diagonal[j] = v[0] > 0 ? -norm : norm;
            v[0] -= _diagonal[j];
            // v^T v = 2 v0 (v0 - x0), with x0 the entry before
            var half = norm * Math.Abs(v[0]);
            if (half == 0)
            {
                continue;
            }
            for (var k = j + 1; k < columns; k++)
            {
                var other = Column(k)[j..];
                VectorDot.AddMultiple(-VectorDot.Of(v, other) / half, v, other);
            }
            VectorDot.AddMultiple(-VectorDot.Of(v, right[j..]) / half, v, right[j..]);
        }
        for (var j = columns - 1; j >= 0; j--)
        {
            var value = right[j];
            for (var k = j + 1; k < columns; k++)
            {
                value -= Column(k)[j] * solution[k];
            }
            solution[j] = _diagonal[j] != 0 ? value / _diagonal[j] : 0;
        }
        for (var j = 0; j < columns; j++)
        {
            solution[j] *= _scales[j];
        }
    }
}
