using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Traces;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Voltammetry;

/// <summary>
/// A recorded voltammogram: its sweeps without step numbers, the peaks of each, and which belong together. What is shown while it is measured is the same code: <see cref="SweepReading"/>.
/// </summary>
public static class VoltammetryAnalysis
{
    /// <summary>The analysis.</summary>
    /// <param name="trace">Time, potential, current. Without a time column let every time be NaN.</param>
    /// <param name="options">What is known beside it.</param>
    public static Voltammogram Of(Trace trace, VoltammetryOptions? options = null)
    {
        options ??= new();
        var times = trace.Length > 0 && double.IsNaN(trace.Seconds[0]) && options.RateVoltsPerSecond is { } rate ? TimesOf(trace.Volts, rate) : null;
        var timed = times is null ? trace : new Trace(times, trace.Volts, trace.Amperes);
        List<MeasuredSweep> sweeps = [];
        var reading = new SweepReading();
        foreach (var sweep in SweepFinder.Find(timed))
        {
            var rows = timed[sweep.First..(sweep.Last + 1)];
            reading.Begin(follows: sweeps.Count > 0 && sweeps[^1].Sweep.Last == sweep.First);
            var hasTime = double.IsFinite(rows.Seconds[0]);
            for (var i = 0; i < rows.Length; i++)
            {
                if (double.IsFinite(rows.Seconds[i]) == hasTime)
                {
                    reading.Add(rows.Seconds[i], rows.Volts[i], rows.Amperes[i]);
                }
            }
            var known = times is null ? sweep : sweep with { Rate = new(options.RateVoltsPerSecond!.Value, 0) };
            var peaks = reading.End(known.Rate.Value, options.Instrument.NoiseAmperes);
            sweeps.Add(new(known, reading.Series, hasTime ? SignedCharge.Of(rows) : null, options.Sampling == StepSampling.EndOfStep ? [.. peaks.Select(p => p with { Flags = [Flag.SampledAtStepEnd, .. p.Flags] })] : peaks));
        }
        return new(options, sweeps, Pairs(sweeps, options));
    }

    /// <summary>Times of a recording without any, from the way of the potential at a known rate, s.</summary>
    static double[] TimesOf(ReadOnlySpan<double> volts, double rateVoltsPerSecond)
    {
        var seconds = new double[volts.Length];
        for (var i = 1; i < volts.Length; i++)
        {
            seconds[i] = seconds[i - 1] + Math.Abs(volts[i] - volts[i - 1]) / rateVoltsPerSecond;
        }
        return seconds;
    }

    static List<PeakPair> Pairs(List<MeasuredSweep> sweeps, VoltammetryOptions options)
    {
        List<PeakPair> pairs = [];
        for (var i = 1; i < sweeps.Count; i++)
        {
            var (forward, reverse) = (sweeps[i - 1], sweeps[i]);
            if (forward.Sweep.IsAnodic == reverse.Sweep.IsAnodic)
            {
                continue;
            }
            foreach (var peak in forward.Peaks.Where(IsPeak))
            {
                if (Nearest(peak, reverse.Peaks) is { } back && Nearest(back, forward.Peaks) == peak && PeakPair.MayBelongTogether(peak, back))
                {
                    pairs.Add(PeakPair.Of(peak, back, forward.Sweep.Cycle, 0.5 * (forward.Sweep.Rate.Value + reverse.Sweep.Rate.Value), options));
                }
            }
        }
        return pairs;
    }

    static bool IsPeak(SweepPeak peak) => !peak.Flags.Contains(Flag.PeakAtLimit);

    static SweepPeak? Nearest(SweepPeak peak, IReadOnlyList<SweepPeak> others) => others.Where(IsPeak).MinBy(o => Math.Abs(o.Potential.Value - peak.Potential.Value));
}
