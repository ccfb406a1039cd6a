using CoinRig.Electrochemistry.Gitt;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Ici;

/// <summary>
/// D/R^2 from an interruption: V = c + (dE/dt) (R^2/(n D)) [sum over the steps of the current before it, S(D (t + a)/R^2) with their signs], c free,
/// a the time since each step; what lies more than some interruptions back flowed on the average. (For a current that has flowed for long the sum is
/// n theta - S(theta), and its first term is the root of time of Lacey 2017.)
/// </summary>
static class InterruptionFit
{
    const int Remembered = 12;

    /// <summary>The fit and the voltage just after the current ended; null where the rows do not determine it.</summary>
    /// <param name="shape">The particle's shape.</param>
    /// <param name="seen">The interruption.</param>
    /// <param name="voltsPerSecond">Rise of the lines over the time on current, V/s.</param>
    /// <param name="span">How many interruptions back and on that slope was formed over.</param>
    public static (DiffusionFit Fit, Estimate Start)? Of(ConstantFlux shape, InterruptionObservation seen, double voltsPerSecond, (int Back, int On) span)
    {
        if (seen.Rest.Length < ResponseFit.FewestBlocks || !(Math.Abs(voltsPerSecond) > 0))
        {
            return null;
        }
        var fit = new ResponseFit(seen.Rest, Response(shape, seen, voltsPerSecond, span));
        var end = seen.Rest[^1].Seconds;
        var rate = fit.BestRate(end);
        if (double.IsNaN(rate))
        {
            return null;
        }
        var spread = fit.Uncertainty(rate);
        var last = fit.End(rate, end, spread);
        return (new(rate, rate * end, spread.Relative, fit.ScaleSensitivity(rate), fit.Offset(rate), last.Value, spread.ResidualVolts, last.Uncertainty, spread.ReadingVolts, seen.Rest.Length),
            fit.Start(rate, spread));
    }

    static Func<double, double, double> Response(ConstantFlux shape, InterruptionObservation seen, double voltsPerSecond, (int Back, int On) span)
    {
        var last = double.NaN;
        var scale = 0.0;
        var middle = seen.Line.MeanX * seen.Line.MeanX;
        return (t, k) =>
        {
            if (k != last)
            {
                // What the lines rise by is the equilibrium's rise and, until the profile is built up, the surface's as well.
                var rise = Surface(shape, seen, middle, k, span.On) - Surface(shape, seen, middle, k, -span.Back);
                (last, scale) = (k, voltsPerSecond * (span.On + span.Back) * seen.OnSeconds / rise);
            }
            return scale * Surface(shape, seen, t, k, 0);
        };
    }

    /// <summary>The sum over the steps of the current, so many interruptions later.</summary>
    static double Surface(ConstantFlux shape, InterruptionObservation seen, double t, double k, int later)
    {
        var period = seen.OnSeconds + seen.OffSeconds;
        var duty = seen.OnSeconds / period;
        var total = seen.TotalOnSeconds + later * seen.OnSeconds;
        var periods = (int)Math.Clamp(Math.Round(total / seen.OnSeconds), 0, Remembered);
        var sum = 0.0;
        for (var i = 0; i < periods; i++)
        {
            sum += shape.Surface(k * (t + i * period + seen.OnSeconds)) - shape.Surface(k * (t + i * period));
        }
        // What is older flowed on the average.
        var (oldestEnd, begin) = (periods * period - seen.OffSeconds, total / duty - seen.OffSeconds);
        return begin > oldestEnd + 1e-6 * period ? sum + duty * (shape.Surface(k * (t + begin)) - shape.Surface(k * (t + oldestEnd))) : sum;
    }
}
