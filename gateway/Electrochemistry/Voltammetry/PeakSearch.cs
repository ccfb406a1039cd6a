using System.Buffers;
using CoinRig.Electrochemistry.Numerics;
using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Traces;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Voltammetry;

/// <summary>
/// Finds the peaks of a sweep: smoothing over about 5 mV, a baseline through the foot (or from the decay of the sweep before), the top by a polynomial. A largest current at an
/// end of the sweep is a limit, not a peak. The measured potential is used, so a staircase of small steps needs nothing special.
/// </summary>
public static class PeakSearch
{
    /// <summary>Half the neighbourhood that is smoothed over, V.</summary>
    public const double HalfWidthVolts = 0.0025;

    const double ShortestSpanVolts = 0.03;

    /// <summary>The largest peak; null where the sweep is too short, or nothing stands above the noise.</summary>
    /// <param name="volts">Potential in the order of the sweep.</param>
    /// <param name="amperes">Current.</param>
    public static SweepPeak? Find(ReadOnlySpan<double> volts, ReadOnlySpan<double> amperes)
    {
        var seconds = new double[volts.Length];
        Array.Fill(seconds, double.NaN);
        var noise = double.NaN;
        return Largest(All(new(seconds, volts, amperes), ref noise));
    }

    /// <summary>The peak with the largest current; null of none.</summary>
    public static SweepPeak? Largest(IReadOnlyList<SweepPeak> peaks) => peaks.MaxBy(p => p.IsAnodic ? p.Current.Value : -p.Current.Value);

    /// <summary>
    /// The peaks in the order of the sweep. Where the current only grows to an end of the sweep there is one, flagged <see cref="Flag.PeakAtLimit"/>; where nothing stands above the
    /// noise there is none.
    /// </summary>
    /// <param name="sweep">The entries of one sweep; times NaN where there are none.</param>
    /// <param name="noiseAmperes">Noise of an entry, A; NaN: found from the entries.</param>
    /// <param name="before">How the wave of the sweep before would have gone on, if it is known.</param>
    public static IReadOnlyList<SweepPeak> All(Trace sweep, ref double noiseAmperes, ForwardDecay? before = null)
    {
        var n = sweep.Length;
        if (n < SweepFinder.FewestRows || !(Math.Abs(sweep.Volts[^1] - sweep.Volts[0]) >= ShortestSpanVolts))
        {
            return [];
        }
        var scratch = ArrayPool<double>.Shared.Rent(2 * n);
        try
        {
            return All(sweep, scratch.AsSpan(0, n), scratch.AsSpan(n, n), ref noiseAmperes, before);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(scratch);
        }
    }

    static List<SweepPeak> All(Trace sweep, Span<double> raw, Span<double> smooth, ref double noiseAmperes, ForwardDecay? before)
    {
        var isAnodic = sweep.Volts[^1] > sweep.Volts[0];
        for (var i = 0; i < raw.Length; i++)
        {
            raw[i] = isAnodic ? sweep.Amperes[i] : -sweep.Amperes[i];
        }
        var residual = LocalParabola.Smooth(sweep.Volts, raw, HalfWidthVolts, smooth);
        noiseAmperes = noiseAmperes >= 0 ? noiseAmperes : residual;
        var curve = new SweepCurve(sweep, raw, smooth, isAnodic, noiseAmperes);
        var places = new PeakPlaces(smooth, curve.Noise);
        List<SweepPeak> peaks = [];
        while (places.MoveNext())
        {
            if (curve.PeakAt(places.Before, places.Top, places.After, before) is { } peak)
            {
                peaks.Add(peak);
            }
        }
        if (peaks.Count == 0 && Highest(smooth) is var top && PeakPlaces.IsAboveNoise(smooth[top], curve.Noise))
        {
            var isInside = top >= PeakPlaces.Margin && top < smooth.Length - PeakPlaces.Margin;
            peaks.Add((isInside ? curve.PeakAt(0, top, smooth.Length - 1, before) : null) ?? curve.Limit(top));
        }
        return peaks;
    }

    static int Highest(ReadOnlySpan<double> values)
    {
        var highest = 0;
        for (var i = 1; i < values.Length; i++)
        {
            highest = values[i] > values[highest] ? i : highest;
        }
        return highest;
    }
}
