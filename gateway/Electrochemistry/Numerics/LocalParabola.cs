using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Numerics;

/// <summary>Parabolas by least squares over a neighbourhood of x: Savitzky and Golay's smoothing where x is not equally spaced (allocates nothing), and single ones.</summary>
public static class LocalParabola
{
    /// <summary>Smooths y over x, which runs one way but for noise.</summary>
    /// <param name="x">Places.</param>
    /// <param name="y">Values.</param>
    /// <param name="halfWidth">How far on either side of a place values are used; at least two on either side are.</param>
    /// <param name="smooth">Where the smoothed values go; as long as <paramref name="y"/>.</param>
    /// <returns>The noise of one value: residuals over the degrees of freedom that the parabolas leave.</returns>
    public static double Smooth(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double halfWidth, Span<double> smooth)
    {
        double squares = 0, freedom = 0;
        for (var i = 0; i < x.Length; i++)
        {
            var (from, to) = Neighbourhood(x, i, halfWidth);
            (smooth[i], var leverage) = At(x[from..to], y[from..to], i - from);
            squares += (y[i] - smooth[i]) * (y[i] - smooth[i]);
            freedom += 1 - leverage;
        }
        return freedom > 0 ? Math.Sqrt(squares / freedom) : 0;
    }

    /// <summary>The indices around a place, centred: from, and behind the last.</summary>
    public static (int From, int To) Neighbourhood(ReadOnlySpan<double> x, int place, double halfWidth)
    {
        var (from, to) = (place, place);
        while (from > 0 && to < x.Length - 1 && (place - from < 2 || Math.Abs(x[from - 1] - x[place]) <= halfWidth || Math.Abs(x[to + 1] - x[place]) <= halfWidth))
        {
            from--;
            to++;
        }
        return (from, to + 1);
    }

    /// <summary>The parabola's value at one of its places, and how much that value hangs on the reading there (0 to 1).</summary>
    static (double Value, double Leverage) At(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int place)
    {
        if (x.Length < 3)
        {
            return (y[place], 1);
        }
        var centre = x[place];
        var scale = Math.Max(Math.Abs(x[0] - centre), Math.Abs(x[^1] - centre));
        double s1 = 0, s2 = 0, s3 = 0, s4 = 0, b0 = 0, b1 = 0, b2 = 0;
        for (var i = 0; i < x.Length; i++)
        {
            var d = (x[i] - centre) / scale;
            var square = d * d;
            var value = y[i] - y[0];
            s1 += d;
            s2 += square;
            s3 += square * d;
            s4 += square * square;
            b0 += value;
            b1 += value * d;
            b2 += value * square;
        }
        double n = x.Length;
        double i00 = s2 * s4 - s3 * s3, i01 = s2 * s3 - s1 * s4, i02 = s1 * s3 - s2 * s2;
        var determinant = n * i00 + s1 * i01 + s2 * i02;
        return Math.Abs(determinant) > 1e-12 * n * n * n
            ? (y[0] + (i00 * b0 + i01 * b1 + i02 * b2) / determinant, i00 / determinant)
            : (y[place], 1);
    }

    /// <summary>Fits c0 + c1 (x - centre) + c2 (x - centre)^2.</summary>
    public static (double[] Coefficients, double[] Uncertainties, double Variance)? Fit(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double centre)
    {
        if (x.Length < 3)
        {
            return null;
        }
        var scale = 0.0;
        foreach (var place in x)
        {
            scale = Math.Max(scale, Math.Abs(place - centre));
        }
        double s1 = 0, s2 = 0, s3 = 0, s4 = 0, b0 = 0, b1 = 0, b2 = 0, yy = 0;
        for (var i = 0; i < x.Length; i++)
        {
            var d = (x[i] - centre) / scale;
            (s1, s2, s3, s4) = (s1 + d, s2 + d * d, s3 + d * d * d, s4 + d * d * d * d);
            var value = y[i] - y[0];
            (b0, b1, b2, yy) = (b0 + value, b1 + value * d, b2 + value * d * d, yy + value * value);
        }
        double n = x.Length;
        double i00 = s2 * s4 - s3 * s3, i01 = s2 * s3 - s1 * s4, i02 = s1 * s3 - s2 * s2;
        double i11 = n * s4 - s2 * s2, i12 = s1 * s2 - n * s3, i22 = n * s2 - s1 * s1;
        var determinant = n * i00 + s1 * i01 + s2 * i02;
        if (!(Math.Abs(determinant) > 1e-12 * n * n * n))
        {
            return null;
        }
        var (c0, c1, c2) = ((i00 * b0 + i01 * b1 + i02 * b2) / determinant, (i01 * b0 + i11 * b1 + i12 * b2) / determinant, (i02 * b0 + i12 * b1 + i22 * b2) / determinant);
        var variance = x.Length > 3 ? Math.Max(0, yy - c0 * b0 - c1 * b1 - c2 * b2) / (n - 3) : 0;
        return ([c0 + y[0], c1 / scale, c2 / (scale * scale)],
            [Math.Sqrt(variance * i00 / determinant), Math.Sqrt(variance * i11 / determinant) / scale, Math.Sqrt(variance * i22 / determinant) / (scale * scale)], variance);
    }

    /// <summary>The top (or bottom) of a fitted parabola: its distance from the centre, and its value.</summary>
    public static (Estimate Offset, double Value) Vertex((double[] Coefficients, double[] Uncertainties, double Variance) fit)
    {
        var (c0, c1, c2) = (fit.Coefficients[0], fit.Coefficients[1], fit.Coefficients[2]);
        var offset = -c1 / (2 * c2);
        var u = Combine.Quadrature(fit.Uncertainties[1] / (2 * c2), offset * fit.Uncertainties[2] / c2);
        return (new(offset, u), c0 - c1 * c1 / (4 * c2));
    }
}
