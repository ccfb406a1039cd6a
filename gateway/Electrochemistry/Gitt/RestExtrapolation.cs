using CoinRig.Electrochemistry.Numerics;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Gitt;

/// <summary>
/// The equilibrium voltage of a rest: the mean of its last readings where it has settled, else Aitken's limit of three equally
/// spaced means. The limit is formed twice, over the last two thirds and over the last half; their difference is in the uncertainty.
/// </summary>
public static class RestExtrapolation
{
    const double WindowShare = 1.0 / 12;
    const double LargestRatio = 0.8;
    const double Significant = 5;
    const int FewestBlocks = 12;

    /// <summary>Estimates the equilibrium.</summary>
    /// <param name="rest">Voltage over the time since the rest began, first series.</param>
    /// <param name="noiseVolts">Standard deviation of a reading, V; 0 for exact data.</param>
    /// <param name="fallbackVolts">The voltage where the rest has no readings, V.</param>
    public static Equilibrium Estimate(EqualBlocks rest, double noiseVolts, double fallbackVolts)
    {
        var noise = double.IsFinite(noiseVolts) ? noiseVolts : 0;
        var end = LastTime(rest);
        if (rest.Count == 0 || !(end > 0))
        {
            return new(fallbackVolts, noise, EquilibriumKind.Unsettled, fallbackVolts, double.NaN, 0);
        }
        var width = Math.Max(end * WindowShare, 2 * rest.LengthSeconds);
        var last = Mean(rest, end - width / 2, width);
        if (rest.Count < FewestBlocks || last.Count < 1)
        {
            return Unsettled(rest, end, last, noise);
        }
        var fromThirds = Limit(rest, end, end / 3, width, noise);
        var fromQuarters = Limit(rest, end, end / 4, width, noise);
        var sigma = noise / Math.Sqrt(last.Count);
        if (fromThirds is null || fromQuarters is null)
        {
            return Unsettled(rest, end, last, noise);
        }
        var (a, b) = (fromThirds.Value, fromQuarters.Value);
        if (a.IsSettled || b.IsSettled)
        {
            // What the slope of the last readings shows is their noise.
            return new(last.Volts, Combine.Quadrature(sigma, Math.Abs(b.LastDifference)), EquilibriumKind.Settled, last.Volts, 0, end);
        }
        if (!a.IsValid || !b.IsValid)
        {
            return Unsettled(rest, end, last, noise);
        }
        var u = Combine.Quadrature(a.Volts - b.Volts, b.Noise, Equilibrium.ExtrapolationError * (b.Volts - last.Volts));
        return new(b.Volts, u, EquilibriumKind.Extrapolated, last.Volts, last.Slope, end) { EarlierLimitVolts = a.Volts, NoiseVolts = b.Noise };
    }

    static Equilibrium Unsettled(EqualBlocks rest, double end, Window last, double noise)
    {
        var third = Mean(rest, end * 5 / 6, end / 3);
        var slope = double.IsFinite(third.Slope) ? third.Slope : 0;
        var missing = Math.Abs(slope) * end / 2;
        return new(last.Volts, Combine.Quadrature(noise / Math.Sqrt(Math.Max(1, last.Count)), missing), EquilibriumKind.Unsettled, last.Volts, slope, end);
    }

    static (double Volts, double Noise, double LastDifference, bool IsSettled, bool IsValid)? Limit(EqualBlocks rest, double end, double spacing, double width, double noise)
    {
        var w2 = Mean(rest, end - width / 2, width);
        var w1 = Mean(rest, end - width / 2 - spacing, width);
        var w0 = Mean(rest, end - width / 2 - 2 * spacing, width);
        if (w0.Count == 0 || w1.Count == 0)
        {
            return null;
        }
        var (first, second) = (w1.Volts - w0.Volts, w2.Volts - w1.Volts);
        var sigma = noise * Math.Sqrt(1.0 / w2.Count + 1.0 / w1.Count) + 1e-9;
        // What was still seen to move before tells where it goes to, even if its last part is in the noise.
        if (Math.Abs(second) <= Significant * sigma && (Math.Abs(first) <= Significant * sigma || second / first is <= 0 or >= LargestRatio))
        {
            return (w2.Volts, sigma, second, true, true);
        }
        var ratio = second / first;
        // d(limit)/d(second) and d(limit)/d(first) of second * ratio/(1 - ratio).
        var gain = ratio * (2 - ratio) / Math.Pow(1 - ratio, 2);
        var gainFirst = ratio * ratio / Math.Pow(1 - ratio, 2);
        var limit = Aitken.Limit(w0.Volts, w1.Volts, w2.Volts);
        return (limit, sigma * Math.Sqrt(1 + gain * gain + gainFirst * gainFirst), second, false, ratio is > 0 and < LargestRatio);
    }

    readonly record struct Window(double Volts, double Slope, long Count);

    /// <summary>The voltage at the centre of a window by a line through its blocks, so that uneven sampling does not shift it.</summary>
    static Window Mean(EqualBlocks rest, double centre, double width)
    {
        var line = new CoMoments();
        long readings = 0;
        for (var i = 0; i < rest.Count; i++)
        {
            if (rest.Readings(i) > 0 && Math.Abs(rest.Seconds(i) - centre) <= width / 2 * (1 + 1e-9))
            {
                line.Add(rest.Seconds(i) - centre, rest.First(i));
                readings += rest.Readings(i);
            }
        }
        return line.Count < 2 || double.IsNaN(line.Slope) ? new(line.MeanY, 0, readings) : new(line.Intercept, line.Slope, readings);
    }

    static double LastTime(EqualBlocks rest)
    {
        for (var i = rest.Count - 1; i >= 0; i--)
        {
            if (rest.Readings(i) > 0)
            {
                return rest.Seconds(i);
            }
        }
        return double.NaN;
    }
}
