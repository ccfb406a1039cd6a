using CoinRig.Electrochemistry.Numerics;

namespace CoinRig.Electrochemistry.Voltammetry;

/// <summary>
/// The line that the current would follow without the peak, through the foot before it: the 40 mV where the current is straightest,
/// small, and nearly flat. A sweep need not have such a foot: one that begins on the flank (at open circuit, after a reversal) has none.
/// </summary>
/// <param name="Slope">A/V, with the sign of the branch.</param>
/// <param name="Intercept">A.</param>
/// <param name="UncertaintyAmperes">Standard uncertainty under the peak, A: how far the lines through all feet that would do lie apart there.</param>
public readonly record struct Baseline(double Slope, double Intercept, double UncertaintyAmperes)
{
    const double WindowVolts = 0.04;
    const double GapVolts = 0.02;
    const double LargestShare = 0.15;
    const double LargestRise = 0.1;
    const double LargestBend = 3;
    const int FewestPoints = 5;
    const int MostWindows = 64;

    /// <summary>The baseline at a potential, A.</summary>
    public double At(double volts) => Intercept + Slope * volts;

    /// <summary>The baseline of a sweep whose smoothed current is counted positive towards the peak; null where it has no foot.</summary>
    public static Baseline? Of(ReadOnlySpan<double> volts, ReadOnlySpan<double> smooth, int top)
    {
        Baseline? best = null;
        var straightest = double.PositiveInfinity;
        Span<(double Variance, double UnderPeak)> feet = stackalloc (double, double)[2 * MostWindows + 1];
        var count = 0;
        var stride = Math.Max(1, top / MostWindows);
        for (var from = 0; from < top; from += stride)
        {
            var line = new CoMoments();
            var to = from;
            while (to < top && Math.Abs(volts[to] - volts[from]) <= WindowVolts)
            {
                line.Add(volts[to], smooth[to]);
                to++;
            }
            if (to >= top || Math.Abs(volts[top] - volts[to]) < GapVolts)
            {
                break;
            }
            var rise = Math.Abs(line.Slope * (volts[top] - line.MeanX));
            if (line.Count < FewestPoints || Math.Abs(line.MeanY) >= LargestShare * smooth[top] || rise >= LargestRise * smooth[top])
            {
                continue;
            }
            feet[count++] = (line.ResidualVariance, line.Intercept + line.Slope * volts[top]);
            if (line.ResidualVariance < straightest)
            {
                (best, straightest) = (new(line.Slope, line.Intercept, 0), line.ResidualVariance);
            }
        }
        return best is { } found ? found with { UncertaintyAmperes = Spread(feet[..count], straightest, Math.Abs(found.At(volts[top]))) } : null;
    }

    /// <summary>A single foot says nothing about others: its line may be off by all that it is. Feet that bend three times as much as the straightest would not have been taken.</summary>
    static double Spread(ReadOnlySpan<(double Variance, double UnderPeak)> feet, double straightest, double value)
    {
        var spread = new CoMoments();
        foreach (var (variance, underPeak) in feet)
        {
            if (variance <= LargestBend * LargestBend * straightest)
            {
                spread.Add(0, underPeak);
            }
        }
        return spread.Count > 1 ? Math.Sqrt(spread.VarianceY) : value;
    }
}
