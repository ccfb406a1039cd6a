using CoinRig.Electrochemistry.HalfCycles;
using CoinRig.Electrochemistry.Numerics;
using CoinRig.Electrochemistry.Traces;

namespace CoinRig.Electrochemistry.DifferentialCapacity;

/// <summary>dQ/dV and dV/dQ of the constant-current part of a half cycle.</summary>
public static class DifferentialAnalysis
{
    /// <summary>Order of the polynomial of <see cref="Smoothed"/>.</summary>
    public const int Order = 3;

    const int FewestRows = 20;

    /// <summary>By equal bins of voltage: nothing is smoothed, plateaus take most rows.</summary>
    /// <param name="trace">The trace in which the half cycle was found.</param>
    /// <param name="half">The half cycle.</param>
    /// <param name="binVolts">Width of a bin, V.</param>
    public static DifferentialCurve Binned(Trace trace, HalfCycle half, double binVolts = 5e-3)
    {
        var rows = SteadyRows.Rows(trace, half);
        var (low, high) = SteadyRows.Of(half);
        var bins = new VoltageBins(binVolts);
        var seconds = rows.Seconds;
        var volts = rows.Volts;
        var amperes = rows.Amperes;
        var wasSteady = false;
        for (var i = 0; i < seconds.Length; i++)
        {
            var now = amperes[i];
            var isSteady = now >= low && now <= high;
            if (isSteady && wasSteady)
            {
                bins.Add(volts[i], 0.5 * (now + amperes[i - 1]) * (seconds[i] - seconds[i - 1]));
            }
            else if (isSteady)
            {
                bins.Begin(volts[i]);
            }
            wasSteady = isSteady;
        }
        return bins.Curve(half.IsCharge, half.NoiseVolts) with { Cycle = half.Cycle, EndSeconds = half.EndSeconds };
    }

    /// <summary>
    /// By Savitzky and Golay's cubic on V(Q): the mean voltage in equal steps of charge (energy over charge, so that no row is lost), its derivative, inverted.
    /// Noise is taken from what the cubic leaves, with the correlation of neighbours.
    /// </summary>
    /// <param name="trace">The trace in which the half cycle was found.</param>
    /// <param name="half">The half cycle.</param>
    /// <param name="steps">Equal steps of charge.</param>
    /// <param name="window">Steps in the window; odd. Less than a third of the narrowest peak is right.</param>
    /// <returns>The curve; null where the constant-current part has too few rows.</returns>
    public static DifferentialCurve? Smoothed(Trace trace, HalfCycle half, int steps = 1000, int window = 71)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, window);
        if (ChargeSteps.Of(trace, half, steps) is not { Rows: >= FewestRows } means)
        {
            return null;
        }
        var edge = window / 2;
        double[] derivative = SavitzkyGolay.CubicDerivativeWeights(window), smoothing = SavitzkyGolay.SmoothingWeights(window);
        var count = steps - 2 * edge;
        double[] volts = new double[count], slopes = new double[count], uncertainties = new double[count], coulombs = new double[count], left = new double[count];
        for (var i = 0; i < count; i++)
        {
            var about = means.Volts.AsSpan(i, window);
            var (slope, mean) = (VectorDot.Of(derivative, about), VectorDot.Of(smoothing, about));
            volts[i] = mean;
            slopes[i] = slope / means.StepCoulombs * (half.IsCharge ? 1 : -1);
            coulombs[i] = (i + edge + 0.5) * means.StepCoulombs;
            left[i] = means.Volts[i + edge] - mean;
        }
        var (noise, correlation) = Correlation(left);
        noise /= Math.Sqrt(1 - smoothing[edge]);
        var slopeNoise = noise * SavitzkyGolay.Gain(derivative, correlation) / means.StepCoulombs;
        for (var i = 0; i < count; i++)
        {
            var perVolt = slopes[i] > 0 ? 1 / slopes[i] : double.NaN;
            (slopes[i], uncertainties[i]) = (perVolt, perVolt * perVolt * slopeNoise);
        }
        return new(volts, slopes, uncertainties, coulombs)
        {
            IsCharge = half.IsCharge,
            Cycle = half.Cycle,
            EndSeconds = half.EndSeconds,
            NoiseVolts = noise * SavitzkyGolay.Gain(smoothing, correlation),
            SlopeFilter = [.. derivative.Select(d => d / means.StepCoulombs)],
            // What is slower than the correlation sees it as more noise.
            StepNoiseVolts = noise * Math.Sqrt((1 + correlation) / (1 - correlation)),
            Method = FormattableString.Invariant($"Savitzky-Golay on V(Q), order {Order}, {100.0 * window / steps:0.#} % of the charge"),
        };
    }

    /// <summary>Standard deviation of residuals, and the correlation of neighbours.</summary>
    static (double Deviation, double Correlation) Correlation(double[] left)
    {
        double squares = 0, products = 0;
        for (var i = 0; i < left.Length; i++)
        {
            squares += left[i] * left[i];
            products += i > 0 ? left[i] * left[i - 1] : 0;
        }
        return (Math.Sqrt(squares / left.Length), squares > 0 ? Math.Clamp(products / squares, 0, 0.99) : 0);
    }
}
