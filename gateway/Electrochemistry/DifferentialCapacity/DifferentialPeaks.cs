using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.DifferentialCapacity;

/// <summary>
/// Finds the peaks of a curve: maxima that stand out by more than noise and by a share of the highest. Position and height are those of a polynomial through
/// the top of the peak, because the highest single point of a flat top is chosen by noise.
/// </summary>
public static class DifferentialPeaks
{
    const double NoiseFactor = 5;

    /// <summary>
    /// How far down the top goes: a fifth, where a polynomial of fourth order describes a bell within 1e-4; more where noise is larger, down to a half, because a flat top's
    /// place is known by its flanks.
    /// </summary>
    const double LeastTop = 0.2, MostTop = 0.5, TopOverNoise = 15;

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
        var floor = heights[top] - prominence * Math.Clamp(TopOverNoise * curve.Uncertainties[points[top]] / prominence, LeastTop, MostTop);
        while (from > left && (heights[from - 1] > floor || top - from < 2))
        {
            from--;
        }
        while (to < right && (heights[to + 1] > floor || to - top < 2))
        {
            to++;
        }
        return PeakTop.Of(curve, points.AsSpan(from, to - from + 1)) is { } found
            ? new(found.Volts, found.Height, Area(curve, points, heights, left, right), prominence, curve.Coulombs[points[top]])
            : null;
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
