using CoinRig.Electrochemistry.Uncertainty;
using MathNet.Numerics.LinearAlgebra;

namespace CoinRig.Electrochemistry.DifferentialCapacity;

/// <summary>
/// The top of a peak as a polynomial of fourth order through its points: a parabola alone reads a bell half a percent low. Noise of the voltage goes through the curve's filter
/// and the fit to position and height, to first order.
/// </summary>
static class PeakTop
{
    const int Order = 4, Looks = 200;

    /// <summary>Position and height; null where the points have no maximum between them.</summary>
    /// <param name="curve">The curve.</param>
    /// <param name="points">The points of the top, indices of the curve.</param>
    public static (Estimate Volts, Estimate Height)? Of(DifferentialCurve curve, ReadOnlySpan<int> points)
    {
        if (points.Length <= Order)
        {
            return null;
        }
        var (first, last) = (curve.Volts[points[0]], curve.Volts[points[^1]]);
        var (centre, half) = (0.5 * (first + last), 0.5 * (last - first));
        var basis = Matrix<double>.Build.Dense(points.Length, Order + 1);
        var heights = Vector<double>.Build.Dense(points.Length);
        for (var i = 0; i < points.Length; i++)
        {
            heights[i] = curve.CoulombsPerVolt[points[i]];
            var x = (curve.Volts[points[i]] - centre) / half;
            for (var j = 0; j <= Order; j++)
            {
                basis[i, j] = Math.Pow(x, j);
            }
        }
        var normal = basis.TransposeThisAndMultiply(basis);
        if (!(Math.Abs(normal.Determinant()) > 0))
        {
            return null;
        }
        var inverse = normal.Inverse();
        var c = inverse * basis.TransposeThisAndMultiply(heights);
        var top = Highest(c);
        for (var i = 0; i < 20; i++)
        {
            top -= Polynomial(c, top, 1) / Polynomial(c, top, 2);
        }
        if (!(Math.Abs(top) < 1) || !(Polynomial(c, top, 2) < 0))
        {
            return null;
        }
        var values = basis * (inverse * Powers(top, 0));
        var slopes = basis * (inverse * Powers(top, 1)) / Polynomial(c, top, 2);
        return (new(centre + half * top, Combine.Quadrature(half * Noise(curve, points, slopes), curve.NoiseVolts)), new(Polynomial(c, top, 0), Noise(curve, points, values)));
    }

    static double Highest(Vector<double> c) => Enumerable.Range(1, Looks - 1).Select(i => 2.0 * i / Looks - 1).MaxBy(x => Polynomial(c, x, 0));

    static double Polynomial(Vector<double> c, double x, int derivative) => c * Powers(x, derivative);

    static Vector<double> Powers(double x, int derivative) => Vector<double>.Build.Dense(Order + 1, j => derivative switch
    {
        0 => Math.Pow(x, j),
        1 => j == 0 ? 0 : j * Math.Pow(x, j - 1),
        _ => j < 2 ? 0 : j * (j - 1) * Math.Pow(x, j - 2),
    });

    /// <summary>Noise of a sum of weighted heights: dQ/dV of a point has -(dQ/dV)^2 times that of its slope, which its filter makes of the voltages about it.</summary>
    static double Noise(DifferentialCurve curve, ReadOnlySpan<int> points, Vector<double> weights)
    {
        if (curve.SlopeFilter.Length == 0)
        {
            var squares = 0.0;
            for (var i = 0; i < points.Length; i++)
            {
                squares += Math.Pow(weights[i] * curve.Uncertainties[points[i]], 2);
            }
            return Math.Sqrt(squares);
        }
        var sums = new double[points[^1] - points[0] + curve.SlopeFilter.Length];
        for (var i = 0; i < points.Length; i++)
        {
            var share = weights[i] * curve.CoulombsPerVolt[points[i]] * curve.CoulombsPerVolt[points[i]];
            for (var j = 0; j < curve.SlopeFilter.Length; j++)
            {
                sums[points[i] - points[0] + j] += share * curve.SlopeFilter[j];
            }
        }
        return curve.StepNoiseVolts * Math.Sqrt(sums.Sum(s => s * s));
    }
}
