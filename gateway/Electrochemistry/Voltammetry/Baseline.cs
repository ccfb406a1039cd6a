using CoinRig.Electrochemistry.Numerics;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Voltammetry;

/// <summary>
/// The line that the current would follow without the peak, through the foot before it: from the first 40 mV that are straight, small and nearly flat, as far as the current goes on like that. A sweep
/// need not have such a foot: one that begins on the flank (at open circuit, after a reversal) has none.
/// </summary>
/// <param name="Slope">A/V, with the sign of the branch; 0 where the slope is no more than noise.</param>
/// <param name="Intercept">A.</param>
/// <param name="UncertaintyAmperes">Standard uncertainty under the peak, A: of noise, and how far the lines through both halves of the foot lie apart there.</param>
public readonly record struct Baseline(double Slope, double Intercept, double UncertaintyAmperes)
{
    const double WindowVolts = 0.04;
    const double BlockVolts = 0.02;
    const double GapVolts = 0.02;

    /// <summary>What is left off the end: two e-folds of a foot of one electron, so that the rise that noise hid is a seventh.</summary>
    const double ToeVolts = 0.05;

    const double HiddenToe = 1.0 / 7;
    const double LargestShare = 0.15;
    const double LargestRise = 0.1;
    const double Significant = 3;
    const double MostOff = 3.5;
    const double AsStraight = 1.5;
    const int FewestPoints = 5;
    const int MostWindows = 64;

    /// <summary>The baseline at a potential, A.</summary>
    public double At(double volts) => Intercept + Slope * volts;

    /// <summary>The baseline of a sweep whose current is counted positive towards the peak; null where it has no foot.</summary>
    /// <param name="volts">Potential.</param>
    /// <param name="amperes">Current.</param>
    /// <param name="top">The entry of the peak.</param>
    /// <param name="peak">Its current, A.</param>
    /// <param name="noise">Noise of an entry, A.</param>
    public static Baseline? Of(ReadOnlySpan<double> volts, ReadOnlySpan<double> amperes, int top, double peak, double noise)
    {
        Span<Foot> feet = stackalloc Foot[2 * MostWindows + 1];
        var count = 0;
        var straightest = double.PositiveInfinity;
        var stride = Math.Max(1, top / MostWindows);
        for (var from = 0; from < top; from += stride)
        {
            var line = new CoMoments();
            var to = from;
            while (to < top && Math.Abs(volts[to] - volts[from]) <= WindowVolts)
            {
                line.Add(volts[to], amperes[to]);
                to++;
            }
            if (to >= top || Math.Abs(volts[top] - volts[to]) < GapVolts)
            {
                break;
            }
            var distance = volts[top] - line.MeanX;
            if (line.Count < FewestPoints || Math.Abs(line.MeanY) >= LargestShare * peak || Math.Abs(line.Slope * distance) >= LargestRise * peak + Significant * noise * Gain(line, distance))
            {
                continue;
            }
            feet[count++] = new(from, to, line.ResidualVariance);
            straightest = Math.Min(straightest, line.ResidualVariance);
        }
        foreach (var foot in feet[..count])
        {
            if (foot.Variance <= AsStraight * Math.Max(straightest, noise * noise))
            {
                return Grown(volts, amperes, top, foot, noise);
            }
        }
        return null;
    }

    /// <summary>Goes on from a foot to both sides, block by block, while the current stays on its line.</summary>
    static Baseline Grown(ReadOnlySpan<double> volts, ReadOnlySpan<double> amperes, int top, Foot foot, double noise)
    {
        var (from, to) = (foot.From, foot.To);
        var line = Line(volts, amperes, from, to);
        while (BlockEnd(volts, from - 1, -1, 0) is var end && end >= 0 && Agrees(line, Line(volts, amperes, end, from), noise))
        {
            from = end;
            line = Line(volts, amperes, from, to);
        }
        while (BlockEnd(volts, to, 1, top) is var end && end >= 0 && Math.Abs(volts[top] - volts[end]) >= GapVolts && Agrees(line, Line(volts, amperes, to, end + 1), noise))
        {
            to = end + 1;
            line = Line(volts, amperes, from, to);
        }
        to = Math.Max(foot.To, WithoutToe(volts, to));
        line = Line(volts, amperes, from, to);
        var spread = Disagreement(volts, amperes, top, from, to, noise);
        var isSloped = Math.Abs(line.Slope) > MostOff * noise * Gain(line, double.PositiveInfinity);
        var u = noise * (isSloped ? Gain(line, volts[top] - line.MeanX) : 1 / Math.Sqrt(line.Count));
        var uncertainty = Combine.Quadrature(u, spread, HiddenToe * noise);
        return isSloped ? new(line.Slope, line.Intercept, uncertainty) : new(0, line.MeanY, uncertainty);
    }

    static int WithoutToe(ReadOnlySpan<double> volts, int to)
    {
        var end = to;
        while (end > 0 && Math.Abs(volts[to - 1] - volts[end - 1]) < ToeVolts)
        {
            end--;
        }
        return end;
    }

    /// <summary>The last entry of a block that begins at an entry; -1 where the series ends before.</summary>
    static int BlockEnd(ReadOnlySpan<double> volts, int begin, int step, int limit)
    {
        for (var i = begin; i >= 0 && i < volts.Length && (step > 0 ? i < limit : i >= limit); i += step)
        {
            if (Math.Abs(volts[i] - volts[begin]) >= BlockVolts && Math.Abs(i - begin) >= 2)
            {
                return i;
            }
        }
        return -1;
    }

    /// <summary>Whether a block goes on from a line, or from its mean: the slope of a short line is mostly noise.</summary>
    static bool Agrees(in CoMoments line, in CoMoments block, double noise)
    {
        var gain = Gain(line, block.MeanX - line.MeanX);
        var (offLine, offMean) = (block.MeanY - (line.Intercept + line.Slope * block.MeanX), block.MeanY - line.MeanY);
        return Math.Abs(offLine) <= MostOff * noise * Math.Sqrt(1.0 / block.Count + gain * gain) || Math.Abs(offMean) <= MostOff * noise * Math.Sqrt(1.0 / block.Count + 1.0 / line.Count);
    }

    static CoMoments Line(ReadOnlySpan<double> volts, ReadOnlySpan<double> amperes, int from, int to)
    {
        var line = new CoMoments();
        for (var i = from; i < to; i++)
        {
            line.Add(volts[i], amperes[i]);
        }
        return line;
    }

    /// <summary>How much the noise of one entry is in the line at a distance from its middle; at an infinite one, in its slope.</summary>
    static double Gain(in CoMoments line, double distance)
    {
        return double.IsInfinity(distance) ? 1 / Math.Sqrt(line.SquaresX) : Math.Sqrt(1.0 / line.Count + distance * distance / line.SquaresX);
    }

    /// <summary>How far the lines through both halves of the foot lie apart under the peak, where noise does not say it: what a foot that bends leaves open.</summary>
    static double Disagreement(ReadOnlySpan<double> volts, ReadOnlySpan<double> amperes, int top, int from, int to, double noise)
    {
        var middle = (from + to) / 2;
        var (first, second) = (Line(volts, amperes, from, middle), Line(volts, amperes, middle, to));
        var apart = Math.Abs(first.Intercept - second.Intercept + (first.Slope - second.Slope) * volts[top]);
        var expected = noise * Combine.Quadrature(Gain(first, volts[top] - first.MeanX), Gain(second, volts[top] - second.MeanX));
        return apart > Significant * expected ? 0.5 * apart : 0;
    }

    readonly record struct Foot(int From, int To, double Variance);
}
