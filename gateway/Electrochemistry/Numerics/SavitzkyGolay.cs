namespace CoinRig.Electrochemistry.Numerics;

/// <summary>Smoothing by a local parabola over equally spaced values (Savitzky and Golay 1964, order 2).</summary>
public static class SavitzkyGolay
{
    /// <summary>The weights of the smoothed value in the middle of a window.</summary>
    /// <param name="window">Values in the window; odd, 3 or more.</param>
    public static double[] SmoothingWeights(int window)
    {
        var half = Half(window);
        double n = window, s2 = 0, s4 = 0;
        for (var i = -half; i <= half; i++)
        {
            s2 += (double)i * i;
            s4 += (double)i * i * i * i;
        }
        var determinant = n * s4 - s2 * s2;
        return [.. Enumerable.Range(-half, window).Select(i => (s4 - s2 * i * i) / determinant)];
    }

    /// <summary>The weights of the first derivative in the middle of a window, for spacing 1.</summary>
    /// <param name="window">Values in the window; odd, 3 or more.</param>
    public static double[] DerivativeWeights(int window)
    {
        var half = Half(window);
        var s2 = Enumerable.Range(-half, window).Sum(i => (double)i * i);
        return [.. Enumerable.Range(-half, window).Select(i => i / s2)];
    }

    /// <summary>The weights of the first derivative of a cubic in the middle of a window, for spacing 1; a polynomial of order 4 has the same.</summary>
    /// <param name="window">Values in the window; odd, 5 or more.</param>
    public static double[] CubicDerivativeWeights(int window)
    {
        var half = Half(window);
        double s2 = 0, s4 = 0, s6 = 0;
        for (var i = -half; i <= half; i++)
        {
            double square = (double)i * i;
            (s2, s4, s6) = (s2 + square, s4 + square * square, s6 + square * square * square);
        }
        var determinant = s2 * s6 - s4 * s4;
        return determinant > 0 ? [.. Enumerable.Range(-half, window).Select(i => (s6 * i - s4 * i * (double)i * i) / determinant)]
            : throw new ArgumentOutOfRangeException(nameof(window), window, "The window of a cubic must be at least 5.");
    }

    /// <summary>
    /// What a filter makes of noise of which neighbours are correlated, as a factor on its standard deviation: the root of the sum over all pairs of weights
    /// times the correlation to the power of their distance (AR(1)). Without correlation it is <see cref="Gain(double[])"/>.
    /// </summary>
    public static double Gain(double[] weights, double correlation)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            var power = 1.0;
            for (var j = i; j < weights.Length; j++)
            {
                sum += (j == i ? 1 : 2) * power * weights[i] * weights[j];
                power *= correlation;
            }
        }
        return Math.Sqrt(Math.Max(0, sum));
    }

    /// <summary>The square root of the sum of squares of weights: what white noise is multiplied by.</summary>
    public static double Gain(double[] weights) => Math.Sqrt(weights.Sum(w => w * w));

    /// <summary>Smooths a series; near its ends the window shrinks so that it stays centred.</summary>
    public static double[] Smooth(ReadOnlySpan<double> values, int window)
    {
        var half = Half(window);
        var tables = Enumerable.Range(0, half + 1).Select(h => h == 0 ? [1.0] : SmoothingWeights(2 * h + 1)).ToArray();
        var smooth = new double[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var h = Math.Min(half, Math.Min(i, values.Length - 1 - i));
            var sum = 0.0;
            for (var j = -h; j <= h; j++)
            {
                sum += tables[h][j + h] * values[i + j];
            }
            smooth[i] = sum;
        }
        return smooth;
    }

    static int Half(int window) => window >= 3 && (window & 1) == 1
        ? window / 2
        : throw new ArgumentOutOfRangeException(nameof(window), window, "The window must be odd and at least 3.");
}
