using CoinRig.Electrochemistry.Numerics;
using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Traces;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Voltammetry;

/// <summary>The current of a sweep, counted positive in the direction of its branch, as it is and smoothed; reads one peak from it.</summary>
readonly ref struct SweepCurve(Trace sweep, ReadOnlySpan<double> raw, ReadOnlySpan<double> smooth, bool isAnodic, double noise)
{
    /// <summary>Share of the half-peak width to either side of the top that its polynomial is fitted over: moves a reversible peak by 1.4 uV and its current by 1e-9.</summary>
    const double TopShare = 0.42;

    const double Shrinkage = 0.7;
    const int FewestBeside = 4;
    const double MostMisfit = 1.3;
    const double SmallestMisfit = 1e-5;
    const double UsualHalfWidthVolts = 0.0565;
    const double SmoothedNoiseShare = 0.6;

    readonly Trace _sweep = sweep;
    readonly ReadOnlySpan<double> _raw = raw;
    readonly ReadOnlySpan<double> _smooth = smooth;

    /// <summary>Noise of an entry, A.</summary>
    public double Noise { get; } = noise;

    double Sign => isAnodic ? 1 : -1;

    /// <summary>A largest current at an end.</summary>
    public SweepPeak Limit(int top) => new(isAnodic, new(_sweep.Volts[top], double.NaN), new(Sign * _smooth[top], Noise), null, [Flag.NoBaseline, Flag.PeakAtLimit])
    {
        Seconds = _sweep.Seconds[top],
    };

    /// <summary>The peak between two valleys; null where it has no top inside.</summary>
    public SweepPeak? PeakAt(int before, int top, int after, ForwardDecay? decay)
    {
        var volts = _sweep.Volts;
        var foot = decay is null ? Baseline.Of(volts[before..], _raw[before..], top - before, _smooth[top], Noise) : null;
        var (slope, offset) = foot is { } line ? (line.Slope, line.Intercept) : (0, 0);
        var (from, to) = Window(before, top, after, slope, offset);
        if (!TryFit(ref from, top, ref to, out var fit, out var at))
        {
            return null;
        }
        var value = fit.At(at);
        var current = new Estimate(Sign * value, Noise * fit.ValueGain(at));
        var potential = new Estimate(at, Noise * fit.SlopeGain(at) / Math.Abs(fit.CurvatureAt(at)));
        var seconds = SecondsAt(at, from, to);
        var peak = new SweepPeak(isAnodic, potential, current, null, []) { Seconds = seconds, ChargeToPeakCoulombs = ChargeTo(top) };
        if (foot is { } below)
        {
            peak = peak with { Height = new(Sign * (value - below.At(at)), Combine.Quadrature(current.Uncertainty, below.UncertaintyAmperes)), Baseline = BaselineKind.Foot };
        }
        else if (decay is { } forward && double.IsFinite(seconds))
        {
            peak = peak with { Height = HeightAbove(forward, from, to, at, current), Baseline = BaselineKind.ForwardDecay };
        }
        var decayed = peak.Baseline == BaselineKind.ForwardDecay ? decay : null;
        peak = peak with { Flags = peak.Baseline == BaselineKind.None ? [Flag.NoBaseline] : [], HalfPeakWidth = HalfPeakWidth(before, top, foot, decayed, peak) };
        return WithCharge(peak, before, top, after, foot, decayed);
    }

    /// <summary>Fits the top; where the fit leaves more than the noise, as at a peak that is sharp on one side, to fewer and fewer entries.</summary>
    bool TryFit(ref int from, int top, ref int to, out LocalPolynomial fit, out double at)
    {
        while (true)
        {
            var volts = _sweep.Volts[from..to];
            var amperes = _raw[from..to];
            at = double.NaN;
            var found = LocalPolynomial.TryFit(volts, amperes, out fit) && fit.TryTop(_sweep.Volts[top], out at);
            if (found && fit.Residual(volts, amperes) <= Math.Max(MostMisfit * Noise, SmallestMisfit * Math.Abs(_smooth[top])))
            {
                return true;
            }
            var (left, right) = (Fewer(top - from), Fewer(to - 1 - top));
            if (left == top - from && right == to - 1 - top)
            {
                return found;
            }
            (from, to) = (top - left, top + right + 1);
        }
    }

    static int Fewer(int entries) => Math.Max(Math.Min(entries, FewestBeside), (int)(Shrinkage * entries));

    double BaselineAt(int i, Baseline? foot, ForwardDecay? decay) =>
        decay is { } forward ? Sign * forward.At(_sweep.Seconds[i], _sweep.Volts[i]) : foot?.At(_sweep.Volts[i]) ?? 0;

    /// <summary>The top above the decay of the sweep before, which moves it a little.</summary>
    Estimate HeightAbove(ForwardDecay decay, int from, int to, double near, Estimate current)
    {
        Span<double> above = to - from <= 512 ? stackalloc double[to - from] : new double[to - from];
        for (var i = from; i < to; i++)
        {
            above[i - from] = _raw[i] - BaselineAt(i, null, decay);
        }
        var place = LocalPolynomial.TryFit(_sweep.Volts[from..to], above, out var fit) && fit.TryTop(near, out var at) ? at : near;
        return new(Sign * fit.At(place), Combine.Quadrature(current.Uncertainty, decay.UncertaintyAt(SecondsAt(place, from, to), place)));
    }

    /// <summary>The entries that the top is read from.</summary>
    (int From, int To) Window(int before, int top, int after, double slope, double offset)
    {
        var volts = _sweep.Volts;
        var half = 0.5 * (_smooth[top] - offset - slope * volts[top]);
        var (left, right) = (top, top);
        while (left > before && _smooth[left] - offset - slope * volts[left] > half)
        {
            left--;
        }
        while (right < after && _smooth[right] - offset - slope * volts[right] > half)
        {
            right++;
        }
        var width = Math.Min(left > before ? Math.Abs(volts[top] - volts[left]) : double.PositiveInfinity, right < after ? Math.Abs(volts[right] - volts[top]) : double.PositiveInfinity);
        width = double.IsFinite(width) ? width : UsualHalfWidthVolts;
        var (from, to) = (top, top + 1);
        while (from > before && (top - from < PeakPlaces.Margin || Math.Abs(volts[from - 1] - volts[top]) <= TopShare * width))
        {
            from--;
        }
        while (to <= after && (to - top <= PeakPlaces.Margin || Math.Abs(volts[to] - volts[top]) <= TopShare * width))
        {
            to++;
        }
        return (from, to);
    }

    double SecondsAt(double volts, int from, int to)
    {
        var (first, last) = (_sweep.Volts[from], _sweep.Volts[to - 1]);
        return _sweep.Seconds[from] + (volts - first) / (last - first) * (_sweep.Seconds[to - 1] - _sweep.Seconds[from]);
    }

    Estimate? HalfPeakWidth(int before, int top, Baseline? foot, ForwardDecay? decay, SweepPeak peak)
    {
        var half = 0.5 * Sign * (peak.Height ?? peak.Current).Value;
        for (var i = top; i > before; i--)
        {
            var (high, low) = (_smooth[i] - BaselineAt(i, foot, decay), _smooth[i - 1] - BaselineAt(i - 1, foot, decay));
            if (low <= half && high > half)
            {
                var slope = (high - low) / (_sweep.Volts[i] - _sweep.Volts[i - 1]);
                var at = _sweep.Volts[i] - (high - half) / slope;
                var u = Combine.Quadrature(SmoothedNoiseShare * Noise, 0.5 * (peak.Height ?? peak.Current).Uncertainty) / Math.Abs(slope);
                return new(Math.Abs(peak.Potential.Value - at), Combine.Quadrature(u, peak.Potential.Uncertainty));
            }
        }
        return null;
    }

    SweepPeak WithCharge(SweepPeak peak, int before, int top, int after, Baseline? foot, ForwardDecay? decay)
    {
        var (first, last) = (top, top);
        while (first > before && _smooth[first - 1] - BaselineAt(first - 1, foot, decay) > 0)
        {
            first--;
        }
        while (last < after && _smooth[last + 1] - BaselineAt(last + 1, foot, decay) > 0)
        {
            last++;
        }
        peak = peak with { ChargeFromVolts = _sweep.Volts[first], ChargeToVolts = _sweep.Volts[last] };
        if (!double.IsFinite(_sweep.Seconds[first]))
        {
            return peak;
        }
        double sum = 0, squares = 0;
        for (var i = first; i < last; i++)
        {
            var step = _sweep.Seconds[i + 1] - _sweep.Seconds[i];
            sum += 0.5 * step * (_raw[i] - BaselineAt(i, foot, decay) + _raw[i + 1] - BaselineAt(i + 1, foot, decay));
            squares += step * step;
        }
        var baseline = peak.Height is { } height ? Math.Sqrt(Math.Max(0, height.Uncertainty * height.Uncertainty - peak.Current.Uncertainty * peak.Current.Uncertainty)) : 0;
        return peak with { Charge = new(Sign * sum, Combine.Quadrature(Noise * Math.Sqrt(squares), baseline * (_sweep.Seconds[last] - _sweep.Seconds[first]))) };
    }

    double? ChargeTo(int top)
    {
        var sum = 0.0;
        for (var i = 0; i < top; i++)
        {
            sum += 0.5 * (_sweep.Seconds[i + 1] - _sweep.Seconds[i]) * (_raw[i] + _raw[i + 1]);
        }
        return double.IsFinite(sum) ? Sign * sum : null;
    }
}
