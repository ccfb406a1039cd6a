using System.Runtime.CompilerServices;

namespace CoinRig.Electrochemistry.Numerics;

/// <summary>
/// A polynomial of even degree, at most 6, by least squares over some readings, and the place of its top. Its error falls with the seventh power of the width, so
/// that a skew peak can be read over many readings; a parabola over as many moves it by millivolts. Allocates nothing.
/// </summary>
public struct LocalPolynomial
{
    const int Most = 7;
    const int NewtonSteps = 20;
    const double FurthestShare = 0.6;
    Coefficients _c;
    Covariance _inverse;
    int _terms;
    double _centre;
    double _scale;
    double _ground;

    /// <summary>Fits readings; false where they do not determine it.</summary>
    /// <param name="x">Places.</param>
    /// <param name="y">Values.</param>
    /// <param name="fit">The polynomial.</param>
    public static bool TryFit(ReadOnlySpan<double> x, ReadOnlySpan<double> y, out LocalPolynomial fit)
    {
        fit = default;
        var degree = Math.Clamp((x.Length - 3) / 2 * 2, 2, Most - 1);
        if (x.Length < 3)
        {
            return false;
        }
        fit._terms = degree + 1;
        fit._centre = 0.5 * (x[0] + x[^1]);
        fit._scale = 0.5 * Math.Abs(x[^1] - x[0]);
        fit._ground = y[x.Length / 2];
        Span<double> moments = stackalloc double[2 * Most - 1];
        Span<double> right = stackalloc double[Most];
        moments.Clear();
        right.Clear();
        for (var i = 0; i < x.Length; i++)
        {
            var d = (x[i] - fit._centre) / fit._scale;
            var (power, value) = (1.0, y[i] - fit._ground);
            for (var k = 0; k < 2 * fit._terms - 1; k++)
            {
                moments[k] += power;
                if (k < fit._terms)
                {
                    right[k] += power * value;
                }
                power *= d;
            }
        }
        return fit.Solve(moments, right);
    }

    /// <summary>Root of the mean square of the residuals, over the degrees of freedom; 0 where there are none.</summary>
    /// <param name="x">The places it was fitted to.</param>
    /// <param name="y">The values.</param>
    public readonly double Residual(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var sum = 0.0;
        for (var i = 0; i < x.Length; i++)
        {
            var residual = y[i] - At(x[i]);
            sum += residual * residual;
        }
        return x.Length > _terms ? Math.Sqrt(sum / (x.Length - _terms)) : 0;
    }

    /// <summary>The value at a place.</summary>
    public readonly double At(double x)
    {
        var (d, value) = ((x - _centre) / _scale, 0.0);
        for (var k = _terms - 1; k >= 0; k--)
        {
            value = value * d + _c[k];
        }
        return _ground + value;
    }

    /// <summary>The top nearest to a place; false where there is none near.</summary>
    /// <param name="near">Where the search begins.</param>
    /// <param name="x">Where the top is.</param>
    public readonly bool TryTop(double near, out double x)
    {
        var start = (near - _centre) / _scale;
        var d = start;
        for (var i = 0; i < NewtonSteps; i++)
        {
            var (first, second) = Derivatives(d);
            if (!(second < 0))
            {
                break;
            }
            var step = first / second;
            d -= step;
            if (!(Math.Abs(d) <= 1 && Math.Abs(d - start) <= FurthestShare))
            {
                break;
            }
            if (Math.Abs(step) < 1e-12)
            {
                x = _centre + d * _scale;
                return true;
            }
        }
        x = double.NaN;
        return false;
    }

    /// <summary>Second derivative at a place.</summary>
    public readonly double CurvatureAt(double x) => Derivatives((x - _centre) / _scale).Second / (_scale * _scale);

    /// <summary>How much the noise of one reading is in the value at a place.</summary>
    public readonly double ValueGain(double x) => Gain((x - _centre) / _scale, false);

    /// <summary>How much the noise of one reading is in the slope at a place, 1 over the unit of x.</summary>
    public readonly double SlopeGain(double x) => Gain((x - _centre) / _scale, true) / _scale;

    readonly double Gain(double d, bool ofSlope)
    {
        Span<double> direction = stackalloc double[Most];
        direction[0] = ofSlope ? 0 : 1;
        var power = ofSlope ? 1 : d;
        for (var k = 1; k < _terms; k++)
        {
            direction[k] = ofSlope ? k * power : power;
            power *= d;
        }
        var sum = 0.0;
        for (var i = 0; i < _terms; i++)
        {
            for (var j = 0; j < _terms; j++)
            {
                sum += direction[i] * direction[j] * _inverse[i * Most + j];
            }
        }
        return Math.Sqrt(Math.Max(0, sum));
    }

    readonly (double First, double Second) Derivatives(double d)
    {
        double first = 0, second = 0;
        for (var k = _terms - 1; k >= 1; k--)
        {
            first = first * d + k * _c[k];
        }
        for (var k = _terms - 1; k >= 2; k--)
        {
            second = second * d + k * (k - 1) * _c[k];
        }
        return (first, second);
    }

    /// <summary>Cholesky's decomposition of the normal equations; its inverse is the covariance of unit noise.</summary>
    bool Solve(ReadOnlySpan<double> moments, ReadOnlySpan<double> right)
    {
        Span<double> root = stackalloc double[Most * Most];
        root.Clear();
        for (var i = 0; i < _terms; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = moments[i + j];
                for (var k = 0; k < j; k++)
                {
                    sum -= root[i * Most + k] * root[j * Most + k];
                }
                if (i == j && !(sum > 1e-13 * moments[0]))
                {
                    return false;
                }
                root[i * Most + j] = i == j ? Math.Sqrt(sum) : sum / root[j * Most + j];
            }
        }
        Span<double> column = stackalloc double[Most];
        for (var unit = 0; unit < _terms; unit++)
        {
            for (var i = 0; i < _terms; i++)
            {
                column[i] = i == unit ? 1 : 0;
            }
            Substitute(root, column);
            for (var i = 0; i < _terms; i++)
            {
                _inverse[i * Most + unit] = column[i];
            }
        }
        right[..Most].CopyTo(column);
        Substitute(root, column);
        for (var i = 0; i < _terms; i++)
        {
            _c[i] = column[i];
        }
        return true;
    }

    readonly void Substitute(ReadOnlySpan<double> root, Span<double> column)
    {
        for (var i = 0; i < _terms; i++)
        {
            for (var k = 0; k < i; k++)
            {
                column[i] -= root[i * Most + k] * column[k];
            }
            column[i] /= root[i * Most + i];
        }
        for (var i = _terms - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < _terms; k++)
            {
                column[i] -= root[k * Most + i] * column[k];
            }
            column[i] /= root[i * Most + i];
        }
    }

    [InlineArray(Most)]
    struct Coefficients
    {
        double _first;
    }

    [InlineArray(Most * Most)]
    struct Covariance
    {
        double _first;
    }
}
