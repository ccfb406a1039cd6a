using CoinRig.Electrochemistry.Numerics;
using CoinRig.Electrochemistry.Traces;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Voltammetry;

/// <summary>
/// The current of a wave as it would go on if the sweep did not turn: the baseline of the peak on the way back. Far behind its peak the current of semi-infinite
/// diffusion is that of a step of the concentration spread over some time: b (t - t0)^-1/2 (1 + c (t - t0)^-2 + ...), with no term of order -1 when t0 is the middle of the step. Fitted to the
/// sweep from 2.2 half-peak widths behind its peak on. What the foot of the wave carries (the double layer) changes its sign where the sweep turns.
/// </summary>
public readonly record struct ForwardDecay
{
    const double StartWidths = 2.2;
    const double EarliestWidths = 4;
    const double LatestWidths = 0.8;
    const double MostMisfit = 0.01;

    /// <summary>What the law leaves out, of the peak: 6e-4 where the exact wave turns 400 mV behind E0.</summary>
    const double LawRelative = 1e-3;

    /// <summary>The current is not linear in t0, so first-order propagation of noise is this much too small at the peak on the way back (the campaign <c>sweeps</c> of tools/coverage).</summary>
    const double NonlinearStart = 2;

    const int FewestBlocks = 12;
    const int MostBlocks = 48;
    const int SearchPoints = 17;

    readonly Curve _curve;
    readonly double _lawAmperes;
    readonly Baseline? _foot;

    ForwardDecay(Curve curve, double lawAmperes, Baseline? foot) => (_curve, _lawAmperes, _foot) = (curve, lawAmperes, foot);

    /// <summary>The baseline of the sweep back, A, with the sign of the current.</summary>
    /// <param name="seconds">Time, s.</param>
    /// <param name="volts">Potential, V.</param>
    public double At(double seconds, double volts) => _curve.At(seconds) - (_foot?.At(volts) ?? 0);

    /// <summary>Its standard uncertainty: of noise, twice of the foot (taken off before the fit and put on with the other sign), of the terms that the law leaves out, and that what the foot carries need not change its sign.</summary>
    public double UncertaintyAt(double seconds, double volts) =>
        Combine.Quadrature(NonlinearStart * _curve.UncertaintyAt(seconds), _lawAmperes, (_foot?.At(volts) ?? 0) / Math.Sqrt(3), 2 * (_foot?.UncertaintyAmperes ?? 0));

    /// <summary>The decay behind the last peak of a sweep; null where the sweep ends too near to it, or the current does not fall like that.</summary>
    /// <param name="sweep">The entries of the sweep.</param>
    /// <param name="peak">Its last peak.</param>
    /// <param name="rateVoltsPerSecond">Scan rate, V/s.</param>
    /// <param name="noiseAmperes">Noise of an entry, A.</param>
    public static ForwardDecay? Of(Trace sweep, SweepPeak peak, double rateVoltsPerSecond, double noiseAmperes)
    {
        if (peak.HalfPeakWidth is not { } half || peak.Height is not { } height || !double.IsFinite(peak.Seconds) || !(rateVoltsPerSecond > 0))
        {
            return null;
        }
        var width = half.Value / rateVoltsPerSecond;
        var from = 0;
        while (from < sweep.Length && !(sweep.Seconds[from] >= peak.Seconds + StartWidths * width))
        {
            from++;
        }
        if (sweep.Length - from < FewestBlocks || sweep.Seconds[^1] - sweep.Seconds[from] < width)
        {
            return null;
        }
        Baseline? foot = peak.Baseline == BaselineKind.Foot ? new(0, peak.BaselineAmperes ?? 0, Math.Sqrt(Math.Max(0, height.Uncertainty * height.Uncertainty - peak.Current.Uncertainty * peak.Current.Uncertainty))) : null;
        Span<double> seconds = stackalloc double[MostBlocks];
        Span<double> amperes = stackalloc double[MostBlocks];
        var count = Blocks(sweep[from..], foot, seconds, amperes);
        var (curve, misfit) = Curve.Fit(seconds[..count], amperes[..count], peak.Seconds, width, noiseAmperes * Math.Sqrt((double)count / (sweep.Length - from)));
        return misfit < MostMisfit * Math.Abs(height.Value) && curve.At(seconds[count - 1]) * height.Value > 0 ? new(curve, LawRelative * height.Value, foot) : null;
    }

    static int Blocks(Trace tail, Baseline? foot, Span<double> seconds, Span<double> amperes)
    {
        var count = Math.Min(MostBlocks, tail.Length);
        for (var block = 0; block < count; block++)
        {
            var (from, to) = (block * tail.Length / count, (block + 1) * tail.Length / count);
            var mean = new CoMoments();
            for (var i = from; i < to; i++)
            {
                mean.Add(tail.Seconds[i], tail.Amperes[i] - (foot?.At(tail.Volts[i]) ?? 0));
            }
            (seconds[block], amperes[block]) = (mean.MeanX, mean.MeanY);
        }
        return count;
    }

    /// <summary>b (t - t0)^-1/2 + d (t - t0)^-5/2, times in half-peak widths.</summary>
    readonly record struct Curve(double Start, double Width, double Leading, double Second, Covariance Covariance)
    {
        public double At(double seconds)
        {
            var (leading, second, _) = Slopes(seconds);
            return Leading * leading + Second * second;
        }

        public double UncertaintyAt(double seconds) => Covariance.Of(Slopes(seconds));

        public static (Curve Curve, double Misfit) Fit(ReadOnlySpan<double> seconds, ReadOnlySpan<double> amperes, double peakSeconds, double width, double noiseAmperes)
        {
            var (times, values) = (seconds.ToArray(), amperes.ToArray());
            var start = Minimum.Find(s => Linear(times, values, s, width).Squares, peakSeconds - EarliestWidths * width, peakSeconds + LatestWidths * width,
                SearchPoints, 1e-5 * width, out _);
            var (curve, squares) = Linear(times, values, start, width);
            var covariance = new Covariance();
            foreach (var time in times)
            {
                covariance.Add(curve.Slopes(time), noiseAmperes);
            }
            return (curve with { Covariance = covariance }, Math.Sqrt(squares / times.Length));
        }

        /// <summary>How the current changes with each of the three parameters.</summary>
        (double Leading, double Second, double Start) Slopes(double seconds)
        {
            var x = (seconds - Start) / Width;
            var root = 1 / Math.Sqrt(x);
            return (root, root / (x * x), (0.5 * Leading * root + 2.5 * Second * root / (x * x)) / x);
        }

        static (Curve Curve, double Squares) Linear(double[] seconds, double[] amperes, double start, double width)
        {
            double aa = 0, ab = 0, bb = 0, ay = 0, by = 0;
            for (var i = 0; i < seconds.Length; i++)
            {
                var x = (seconds[i] - start) / width;
                var a = 1 / Math.Sqrt(x);
                var b = a / (x * x);
                aa += a * a;
                ab += a * b;
                bb += b * b;
                ay += a * amperes[i];
                by += b * amperes[i];
            }
            var determinant = aa * bb - ab * ab;
            var curve = new Curve(start, width, (bb * ay - ab * by) / determinant, (aa * by - ab * ay) / determinant, default);
            var squares = 0.0;
            for (var i = 0; i < seconds.Length; i++)
            {
                var residual = amperes[i] - curve.At(seconds[i]);
                squares += residual * residual;
            }
            return (curve, squares);
        }
    }

    /// <summary>Covariance of three parameters by its inverse, the sum of squares of slopes over the noise.</summary>
    record struct Covariance(double AA, double AB, double AC, double BB, double BC, double CC)
    {
        public void Add((double A, double B, double C) slopes, double noise)
        {
            var (a, b, c) = (slopes.A / noise, slopes.B / noise, slopes.C / noise);
            (AA, AB, AC, BB, BC, CC) = (AA + a * a, AB + a * b, AC + a * c, BB + b * b, BC + b * c, CC + c * c);
        }

        public readonly double Of((double A, double B, double C) slopes)
        {
            var (a, b, c) = slopes;
            double i = BB * CC - BC * BC, j = AC * BC - AB * CC, k = AB * BC - AC * BB, l = AA * CC - AC * AC, m = AB * AC - AA * BC, n = AA * BB - AB * AB;
            var squares = (a * (i * a + j * b + k * c) + b * (j * a + l * b + m * c) + c * (k * a + m * b + n * c)) / (AA * i + AB * j + AC * k);
            return squares > 0 ? Math.Sqrt(squares) : 0;
        }
    }
}
