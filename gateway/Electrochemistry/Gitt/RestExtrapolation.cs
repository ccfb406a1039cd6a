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
        if (rest.Count < FewestBlocks || last.Count < 0.5)
        {
            return Unsettled(rest, end, last, noise);
        }
        var fromThirds = Limit(rest, end, end / 3, width, noise);
        var fromQuarters = Limit(rest, end, end / 4, width, noise);
        if (fromThirds is not { } a || fromQuarters is not { } b)
        {
            return Unsettled(rest, end, last, noise);
        }
        if (a.IsSettled || b.IsSettled)
        {
            // What the slope of the last readings shows is their noise.
            return new(last.Volts, Combine.Quadrature(noise / Math.Sqrt(last.Count), Equilibrium.Beyond(b.LastDifference, b.DifferenceNoise)), EquilibriumKind.Settled, last.Volts, 0, end)
            {
                LastThirdVoltsPerSecond = LastThird(rest, end),
            };
        }
        if (!a.IsValid || !b.IsValid)
        {
            return Unsettled(rest, end, last, noise);
        }
        var between = a.NoiseApartFrom(b, noise);
        var u = Combine.Quadrature(Equilibrium.Beyond(a.Volts - b.Volts, between), b.Noise(noise), Equilibrium.ExtrapolationError * (b.Volts - last.Volts));
        var relaxation = -(end / 4) / Math.Log(b.Ratio);
        var drift = (b.Volts - last.Volts) * Math.Exp(-width / 2 / relaxation) / relaxation;
        return new(b.Volts, u, EquilibriumKind.Extrapolated, last.Volts, drift, end)
        {
            EarlierLimitVolts = a.Volts, NoiseVolts = b.Noise(noise), LimitNoiseVolts = between, RelaxationSeconds = relaxation, LastThirdVoltsPerSecond = LastThird(rest, end),
        };
    }

    static Equilibrium Unsettled(EqualBlocks rest, double end, Window last, double noise)
    {
        var slope = LastThird(rest, end);
        var missing = double.IsFinite(slope) ? Math.Abs(slope) * end / 2 : 0;
        return new(last.Volts, Combine.Quadrature(noise / Math.Sqrt(Math.Max(1, last.Count)), missing), EquilibriumKind.Unsettled, last.Volts, double.IsFinite(slope) ? slope : 0, end)
        {
            LastThirdVoltsPerSecond = slope,
        };
    }

    static double LastThird(EqualBlocks rest, double end) => Mean(rest, end * 5 / 6, end / 3).Slope;

    static RestLimit? Limit(EqualBlocks rest, double end, double spacing, double width, double noise)
    {
        var w2 = Mean(rest, end - width / 2, width);
        var w1 = Mean(rest, end - width / 2 - spacing, width);
        var w0 = Mean(rest, end - width / 2 - 2 * spacing, width);
        return w0.Count == 0 || w1.Count == 0 ? null : RestLimit.Of((w0.Volts, w0.Count), (w1.Volts, w1.Count), (w2.Volts, w2.Count), noise);
    }

    /// <summary>A mean of readings; the count is how many it is worth, fewer than there are where they lie beside its centre.</summary>
    readonly record struct Window(double Volts, double Slope, double Count);

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
        return line.Count < 2 || double.IsNaN(line.Slope) ? new(line.MeanY, 0, readings) : new(line.Intercept, line.Slope, readings / (line.Count * line.InterceptShare));
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
