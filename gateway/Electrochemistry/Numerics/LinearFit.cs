using MathNet.Numerics.LinearAlgebra;

namespace CoinRig.Electrochemistry.Numerics;

/// <summary>Weighted least squares in a few columns, with the covariance.</summary>
public static class LinearFit
{
    /// <summary>Fits y to columns of regressors.</summary>
    /// <param name="columns">Each column has as many rows as <paramref name="y"/>.</param>
    /// <param name="y">What is fitted.</param>
    /// <param name="weights">Weights, proportional to one over the variance.</param>
    /// <returns>Coefficients and their standard uncertainties from the residuals; null where they are not determined.</returns>
    public static (double[] Coefficients, double[] Uncertainties, double WeightedVariance)? Solve(double[][] columns, double[] y, double[] weights)
    {
        var (n, m) = (y.Length, columns.Length);
        if (n < m)
        {
            return null;
        }
        var scales = columns.Select(c => c.Max(Math.Abs)).Select(s => s > 0 ? s : 1).ToArray();
        var design = Matrix<double>.Build.Dense(n, m, (i, j) => columns[j][i] / scales[j] * Math.Sqrt(weights[i]));
        var right = Vector<double>.Build.Dense(n, i => y[i] * Math.Sqrt(weights[i]));
        var qr = design.QR();
        var diagonal = qr.R.Diagonal();
        if (diagonal.AbsoluteMinimum() < 1e-12 * diagonal.AbsoluteMaximum())
        {
            return null;
        }
        var solution = qr.Solve(right);
        var residual = right - design * solution;
        var variance = n > m ? residual.DotProduct(residual) / (n - m) : double.NaN;
        var inverse = design.TransposeThisAndMultiply(design).Inverse();
        return (solution.Select((c, j) => c / scales[j]).ToArray(), [.. Enumerable.Range(0, m).Select(j => Math.Sqrt(variance * inverse[j, j]) / scales[j])], variance);
    }
}
