using CoinRig.Electrochemistry.Traces;
using MathNet.Numerics.Distributions;

namespace CoinRig.Electrochemistry.Segments;

/// <summary>
/// When the current changed that is old in one row and new in the next. Where the rows are as far apart as those after the change, the voltage tells:
/// c + s (t - t0)^1/2 + q (t - t0) + r (t - t0)^3/2 fits best for the right t0 (taking the first new row for time zero instead makes D of a titration some percent wrong).
/// </summary>
static class StepMoment
{
    const int Rows = 10, FewestRows = 7, Looks = 16;
    const double QuickGap = 0.25, QuickSeconds = 5e-3, ByChance = 1e-4, SameInterval = 0.02;
    static readonly double[] Decisive = [.. Enumerable.Range(0, Rows + 1).Select(n => n < FewestRows ? double.PositiveInfinity : ChanceRatio(n - 5))];

    /// <summary>The moment and its standard uncertainty, s.</summary>
    /// <param name="trace">The rows.</param>
    /// <param name="first">First row of the new step.</param>
    /// <param name="end">Row behind its last.</param>
    public static (double Seconds, double Uncertainty) Of(Trace trace, int first, int end)
    {
        if (first == 0)
        {
            return (trace.Seconds[0], 0);
        }
        var (last, now) = (trace.Seconds[first - 1], trace.Seconds[first]);
        var gap = now - last;
        var unknown = gap / Math.Sqrt(12);
        if (gap <= QuickSeconds || end - first < FewestRows || gap < QuickGap * (trace.Seconds[first + 1] - now) || IsClockRestarted(trace, first))
        {
            return (last, unknown);
        }
        var rows = trace[first..Math.Min(end, first + Rows)];
        Span<double> misfits = stackalloc double[Looks + 1];
        var best = 0;
        for (var i = 0; i <= Looks; i++)
        {
            misfits[i] = Misfit(rows, last + gap * i / Looks);
            best = misfits[i] < misfits[best] ? i : best;
        }
        return misfits[0] <= Decisive[rows.Length] * misfits[best] ? (last, unknown) : (last + gap * Refined(misfits, best) / Looks, gap / (4 * Looks));
    }

    /// <summary>Whether the first row comes one interval of the new step after the last old one, where the old interval was another: rows then count from the change.</summary>
    static bool IsClockRestarted(Trace trace, int first)
    {
        var (gap, next) = (trace.Seconds[first] - trace.Seconds[first - 1], trace.Seconds[first + 1] - trace.Seconds[first]);
        var before = first > 1 ? trace.Seconds[first - 1] - trace.Seconds[first - 2] : next;
        return Math.Abs(gap - next) <= SameInterval * next && Math.Abs(before - next) > SameInterval * next;
    }

    /// <summary>The ratio of misfits that a further parameter reaches by chance only once in ten thousand (F of 1 and these degrees of freedom).</summary>
    static double ChanceRatio(int degrees) => 1 + Math.Pow(StudentT.InvCDF(0, 1, degrees, 1 - ByChance / 2), 2) / degrees;

    static double Refined(ReadOnlySpan<double> misfits, int best)
    {
        if (best == 0 || best == misfits.Length - 1)
        {
            return best;
        }
        // The misfit rises with the square of the distance, so its root is V-shaped about a true moment.
        double a = Math.Sqrt(misfits[best - 1]), b = Math.Sqrt(misfits[best]), c = Math.Sqrt(misfits[best + 1]);
        return best + 0.5 * (a - c) / (Math.Max(a, c) - b);
    }

    /// <summary>Sum of squares about the best of the four constants, by Gram-Schmidt.</summary>
    static double Misfit(Trace rows, double zero)
    {
        var n = rows.Length;
        Span<double> one = stackalloc double[n], root = stackalloc double[n], cubed = stackalloc double[n], linear = stackalloc double[n], volts = stackalloc double[n];
        for (var i = 0; i < n; i++)
        {
            linear[i] = rows.Seconds[i] - zero;
            root[i] = Math.Sqrt(linear[i]);
            cubed[i] = linear[i] * root[i];
            volts[i] = rows.Volts[i] - rows.Volts[0];
            one[i] = 1;
        }
        Remove(one, root);
        Remove(one, linear);
        Remove(one, cubed);
        Remove(one, volts);
        Remove(root, linear);
        Remove(root, cubed);
        Remove(root, volts);
        Remove(linear, cubed);
        Remove(linear, volts);
        Remove(cubed, volts);
        return Dot(volts, volts);
    }

    static void Remove(ReadOnlySpan<double> direction, Span<double> from)
    {
        var factor = Dot(direction, from) / Dot(direction, direction);
        for (var i = 0; i < from.Length; i++)
        {
            from[i] -= factor * direction[i];
        }
    }

    static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
