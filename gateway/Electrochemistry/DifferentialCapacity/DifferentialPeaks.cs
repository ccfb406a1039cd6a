using CoinRig.Electrochemistry.Numerics;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.DifferentialCapacity;

/// <summary>
/// Finds the peaks of a curve: maxima that stand out by more than noise and by a share of the highest. Position and height are those of a parabola through
/// the top of the peak, because the highest single point of a flat top is chosen by noise.
/// </summary>
public static class DifferentialPeaks
{
    const double NoiseFactor = 5;

    /// <summary>How far down a parabola still describes the top.</summary>
    const double TopShare = 0.3;

    const int FewestPoints = 5;

    /// <summary>The peaks in the order of the curve.</summary>
    /// <param name="curve">The curve.</param>
    /// <param name="leastShare">A peak must stand out by this share of the highest value.</param>
    public static IReadOnlyList<DifferentialPeak> Of(DifferentialCurve curve, double leastShare = 0.05)
    {
        var points = Enumerable.Range(0, curve.Volts.Length).Where(i => double.IsFinite(curve.CoulombsPerVolt[i])).ToArray();
        var heights = points.Select(i => curve.CoulombsPerVolt[i]).ToArray();
        if (heights.Length < FewestPoints)
        {
            return [];
        }
        var least = leastShare * heights.Max();
        var peaks = new List<DifferentialPeak>();
        for (var top = 1; top < heights.Length - 1; top++)
        {
            if (!(heights[top] > heights[top - 1] && heights[top] >= heights[top + 1]))
            {
                continue;
            }
            var (left, right) = (Valley(heights, top, -1), Valley(heights, top, 1));
            var prominence = heights[top] - Math.Max(heights[left], heights[right]);
            if (prominence > least && prominence > NoiseFactor * curve.Uncertainties[points[top]] && Peak(curve, points, heights, top, left, right, prominence) is { } peak)
            {
                peaks.Add(peak);
            }
        }
        return peaks;
    }

    /// <summary>The lowest point before the curve is higher than the peak.</summary>
    static int Valley(double[] heights, int top, int direction)
    {
        var lowest = top;
        for (var i = top + direction; i >= 0 && i < heights.Length && heights[i] <= heights[top]; i += direction)
        {
            lowest = heights[i] < heights[lowest] ? i : lowest;
        }
        return lowest;
    }

    static DifferentialPeak? Peak(DifferentialCurve curve, int[] points, double[] heights, int top, int left, int right, double prominence)
    {
        var (from, to) = (top, top);
        while (from > left && (heights[from - 1] > heights[top] - TopShare * prominence || top - from < 2))
        {
            from--;
        }
        while (to < right && (heights[to + 1] > heights[top] - TopShare * prominence || to - top < 2))
        {
            to++;
        }
        double[] volts = [.. points[from..(to + 1)].Select(i => curve.Volts[i])];
        if (LocalParabola.Fit(volts, heights.AsSpan(from, to - from + 1), curve.Volts[points[top]]) is not { } fit || fit.Coefficients[2] >= 0)
        {
            return null;
        }
        var (offset, height) = LocalParabola.Vertex(fit);
        var width = Math.Abs(volts[^1] - volts[0]);
        if (Math.Abs(offset.Value) > width)
        {
            return null;
        }
        var noise = curve.Uncertainties[points[top]];
        // Noise of slope b moves the top by b/(2 c); neighbouring points of a smoothed curve are one value, so that it counts over the whole width.
        var shift = noise * Math.Sqrt(12) / width / Math.Abs(2 * fit.Coefficients[2]);
        return new(
            new(curve.Volts[points[top]] + offset.Value, Combine.Quadrature(shift, curve.NoiseVolts)),
            new(height, noise),
            Area(curve, points, heights, left, right),
            prominence, curve.Coulombs[points[top]]);
    }

    static Estimate Area(DifferentialCurve curve, int[] points, double[] heights, int left, int right)
    {
        var (a, b) = (points[left], points[right]);
        var width = Math.Abs(curve.Volts[b] - curve.Volts[a]);
        var area = Math.Abs(curve.Coulombs[b] - curve.Coulombs[a]) - 0.5 * (heights[left] + heights[right]) * width;
        return new(area, Combine.Quadrature(0.5 * width * curve.Uncertainties[a], 0.5 * width * curve.Uncertainties[b],
            heights[left] * curve.NoiseVolts, heights[right] * curve.NoiseVolts));
    }
}
