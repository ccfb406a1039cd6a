using CoinRig.Electrochemistry.Numerics;

namespace CoinRig.Electrochemistry.Voltammetry;

/// <summary>
/// The line that the current would follow without the peak, through the foot before it: the 40 mV where the current is straightest,
/// small, and nearly flat. A sweep without such a foot (a reversal, a start on the flank) is counted from zero.
/// </summary>
/// <param name="Slope">A/V, with the sign of the branch.</param>
/// <param name="Intercept">A.</param>
public readonly record struct Baseline(double Slope, double Intercept)
{
    const double WindowVolts = 0.04;
    const double GapVolts = 0.02;
    const double LargestShare = 0.15;
    const double LargestRise = 0.1;
    const int FewestPoints = 5;

    /// <summary>Whether there is none.</summary>
    public bool IsZero => Slope == 0 && Intercept == 0;

    /// <summary>The baseline at a potential, A.</summary>
    public double At(double volts) => Intercept + Slope * volts;

    /// <summary>The baseline of a sweep whose smoothed current is counted positive towards the peak.</summary>
    public static Baseline Of(ReadOnlySpan<double> volts, double[] smooth, int top)
    {
        var best = default(Baseline);
        var straightest = double.PositiveInfinity;
        var stride = Math.Max(1, top / 200);
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
            if (line.Count >= FewestPoints && Math.Abs(line.MeanY) < LargestShare * smooth[top] && rise < LargestRise * smooth[top]
                && line.ResidualVariance < straightest)
            {
                (best, straightest) = (new(line.Slope, line.Intercept), line.ResidualVariance);
            }
        }
        return best;
    }
}
