using CoinRig.Electrochemistry.Numerics;
using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Voltammetry;

/// <summary>
/// Finds the peak of a sweep: smoothing over about 5 mV, a baseline through the foot, the top by a parabola. A largest current at an end of the
/// sweep is a limit, not a peak. The measured potential is used, so a staircase of small steps needs nothing special.
/// </summary>
public static class PeakSearch
{
    /// <summary>Half the neighbourhood that is smoothed over, V.</summary>
    public const double HalfWidthVolts = 0.0025;

    const double NarrowestTopVolts = 0.003;
    const double WidestTopVolts = 0.024;
    const double WantedVolts = 0.0005;
    const double ShortestSpanVolts = 0.03;
    const int FewestPoints = 20;
    const int Margin = 2;
    const double NoiseFactor = 5;
    const double SmallestProminence = 0.03;

    /// <summary>The peak; null where the sweep is too short, or nothing stands above the noise.</summary>
    /// <param name="volts">Potential in the order of the sweep.</param>
    /// <param name="amperes">Current.</param>
    public static SweepPeak? Find(ReadOnlySpan<double> volts, ReadOnlySpan<double> amperes)
    {
        if (volts.Length < FewestPoints || Math.Abs(volts[^1] - volts[0]) < ShortestSpanVolts)
        {
            return null;
        }
        var isAnodic = volts[^1] > volts[0];
        var sign = isAnodic ? 1.0 : -1.0;
        var raw = new double[volts.Length];
        for (var i = 0; i < raw.Length; i++)
        {
            raw[i] = sign * amperes[i];
        }
        var smooth = LocalParabola.Smooth(volts, raw, HalfWidthVolts);
        var noise = Noise(raw, smooth);
        var top = Highest(smooth, noise);
        if (!(smooth[top] > NoiseFactor * noise))
        {
            return null;
        }
        var baseline = Baseline.Of(volts, smooth, top);
        var corrected = new double[raw.Length];
        for (var i = 0; i < raw.Length; i++)
        {
            corrected[i] = raw[i] - (baseline?.At(volts[i]) ?? 0);
        }
        List<Flag> flags = baseline is null ? [Flag.NoBaseline] : [];
        if (top < Margin || top > raw.Length - 1 - Margin || Top(volts, corrected, top) is not { } peak)
        {
            flags.Add(Flag.PeakAtLimit);
            peak = new(volts[top], double.NaN, smooth[top] - (baseline?.At(volts[top]) ?? 0), noise);
        }
        Estimate? height = baseline is { } line ? new(sign * peak.Value, Combine.Quadrature(peak.ValueUncertainty, line.UncertaintyAmperes)) : null;
        var current = new Estimate(sign * (peak.Value + (baseline?.At(peak.Volts) ?? 0)), peak.ValueUncertainty);
        return new(isAnodic, new(peak.Volts, peak.VoltsUncertainty), current, height, flags);
    }

    /// <summary>The highest point inside the sweep that stands out on both sides; without one, the highest point.</summary>
    static int Highest(double[] smooth, double noise)
    {
        var highest = Array.IndexOf(smooth, smooth.Max());
        if (highest >= Margin && highest < smooth.Length - Margin)
        {
            return highest;
        }
        var needed = Math.Max(NoiseFactor * noise, SmallestProminence * smooth[highest]);
        var (best, bestProminence) = (highest, 0.0);
        for (var i = Margin; i < smooth.Length - Margin; i++)
        {
            if (smooth[i] >= smooth[i - 1] && smooth[i] > smooth[i + 1] && Prominence(smooth, i) is var p && p > Math.Max(needed, bestProminence))
            {
                (best, bestProminence) = (i, p);
            }
        }
        return best;
    }

    static double Prominence(double[] y, int place)
    {
        double left = y[place], right = y[place];
        for (var i = place - 1; i >= 0 && y[i] <= y[place]; i--)
        {
            left = Math.Min(left, y[i]);
        }
        for (var i = place + 1; i < y.Length && y[i] <= y[place]; i++)
        {
            right = Math.Min(right, y[i]);
        }
        return y[place] - Math.Max(left, right);
    }

    /// <summary>The top by a parabola over few millivolts; over more where noise leaves its place uncertain.</summary>
    static PeakTop? Top(ReadOnlySpan<double> volts, double[] corrected, int near)
    {
        PeakTop? top = null;
        for (var half = NarrowestTopVolts; half <= WidestTopVolts && !(top?.VoltsUncertainty < WantedVolts); half *= 2)
        {
            var (from, to) = LocalParabola.Neighbourhood(volts, near, half);
            if (LocalParabola.Fit(volts[from..to], corrected.AsSpan(from, to - from), volts[near]) is { } fit && fit.Coefficients[2] < 0)
            {
                var (offset, value) = LocalParabola.Vertex(fit);
                top = Math.Abs(offset.Value) <= Math.Abs(volts[to - 1] - volts[from]) ? new(volts[near] + offset.Value, offset.Uncertainty, value, fit.Uncertainties[0]) : top;
            }
        }
        return top;
    }

    readonly record struct PeakTop(double Volts, double VoltsUncertainty, double Value, double ValueUncertainty);

    static double Noise(double[] raw, double[] smooth)
    {
        var sum = 0.0;
        for (var i = 0; i < raw.Length; i++)
        {
            sum += (raw[i] - smooth[i]) * (raw[i] - smooth[i]);
        }
        return Math.Sqrt(sum / raw.Length);
    }
}
