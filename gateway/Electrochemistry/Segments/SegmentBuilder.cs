using CoinRig.Electrochemistry.Traces;

namespace CoinRig.Electrochemistry.Segments;

/// <summary>The pass over the rows.</summary>
ref struct SegmentBuilder
{
    const double Constant = 0.01, ConstantNoise = 6, Jump = 4;
    readonly Trace _trace;
    readonly CurrentScale _scale;
    readonly double _rest;
    readonly List<TraceSegment> _segments = [];
    readonly List<double> _rates = [];

    public SegmentBuilder(Trace trace, CurrentScale scale, double restAmperes)
    {
        _trace = trace;
        _scale = scale;
        _rest = double.IsNaN(restAmperes) ? scale.RestAmperes : restAmperes;
    }

    public readonly void Run()
    {
        for (var row = 0; row < _trace.Length;)
        {
            var constantEnd = ConstantEnd(row, out var mean);
            if (constantEnd == _trace.Length || IsJump(constantEnd))
            {
                Add(Math.Abs(mean) <= _rest ? SegmentKind.Rest : SegmentKind.ConstantCurrent, row, constantEnd, 0, false);
                row = constantEnd;
                continue;
            }
            row = Varying(row, constantEnd, mean);
        }
    }

    /// <summary>The segments with the moments of their changes.</summary>
    public readonly IReadOnlyList<TraceSegment> Timed()
    {
        for (var i = 0; i < _segments.Count; i++)
        {
            var segment = _segments[i];
            var (start, uncertainty) = StepMoment.Of(_trace, segment.First, segment.End);
            _segments[i] = segment with { StartSeconds = start, StartUncertaintySeconds = uncertainty, EndSeconds = _trace.Seconds[segment.End - 1] };
            if (i > 0)
            {
                _segments[i - 1] = _segments[i - 1] with { EndSeconds = start };
            }
        }
        return _segments;
    }

    /// <summary>The row at which the current is no longer that of the row where it began.</summary>
    readonly int ConstantEnd(int first, out double mean)
    {
        var amperes = _trace.Amperes;
        (var sum, var count, mean) = (amperes[first], 1, amperes[first]);
        var tolerance = Tolerance(mean);
        var next = 2;
        var i = first + 1;
        for (; i < amperes.Length; i++)
        {
            var now = amperes[i];
            if (!(Math.Abs(now - mean) <= tolerance) && double.IsFinite(now) && !IsOutlier(i, mean, tolerance))
            {
                break;
            }
            sum += double.IsFinite(now) ? now : mean;
            // The mean is renewed at each doubling: it no longer moves much in between, and a division a row would cost more than all the rest.
            if (++count == next)
            {
                (mean, next) = (sum / count, 2 * next);
                tolerance = Tolerance(mean);
            }
        }
        mean = sum / count;
        return i;
    }

    /// <summary>Whether one reading is off and the next is back, without a jump.</summary>
    readonly bool IsOutlier(int row, double mean, double tolerance) =>
        row + 1 < _trace.Length && Math.Abs(_trace.Amperes[row + 1] - mean) <= tolerance && !IsJump(row);

    readonly double Tolerance(double amperes) => Math.Max(Math.Max(Constant * Math.Abs(amperes), 0.5 * _rest), ConstantNoise * _scale.NoiseAmperes(amperes));

    /// <summary>Whether the current was switched between a row and the one before it.</summary>
    readonly bool IsJump(int row)
    {
        var amperes = _trace.Amperes;
        var (before, now) = (amperes[row - 1], amperes[row]);
        if (!(Math.Abs(now - before) > Jump * Tolerance(Math.Abs(now) < Math.Abs(before) ? now : before)))
        {
            return false;
        }
        var wasQuiet = row < 2 || Math.Abs(before - amperes[row - 2]) <= Tolerance(before);
        return wasQuiet
            ? Math.Abs(now - before) > Jump * Math.Max(Tolerance(Math.Abs(now) < Math.Abs(before) ? now : before), Drift(row))
            : row + 1 < amperes.Length && Math.Abs(amperes[row + 1] - now) <= Tolerance(now);
    }

    /// <summary>How far the current would have gone since the row before at the rate that it had: rows may have become further apart.</summary>
    readonly double Drift(int row)
    {
        if (row < 2)
        {
            return 0;
        }
        var before = _trace.Seconds[row - 1] - _trace.Seconds[row - 2];
        return before > 0 ? Math.Abs(_trace.Amperes[row - 1] - _trace.Amperes[row - 2]) * (_trace.Seconds[row] - _trace.Seconds[row - 1]) / before : 0;
    }

    /// <summary>From a row at which the current left constancy without a jump, to the end of a held voltage, a sweep or what else it is.</summary>
    readonly int Varying(int constantFirst, int first, double mean)
    {
        var run = new VoltageRun(first, _trace.Seconds[first], _scale.NoiseVolts);
        var end = first;
        while (end < _trace.Length && (end == first || !IsJump(end)) && run.TryAdd(end, _trace.Seconds[end], _trace.Volts[end]))
        {
            end++;
        }
        var isBroken = end < _trace.Length && !IsJump(end);
        if (isBroken && run.Kind == SegmentKind.Sweep && run.TurningRow + 1 > first)
        {
            end = Math.Min(end, run.TurningRow + 1);
        }
        var begin = first;
        while (begin > constantFirst && run.Reaches(_trace.Seconds[begin - 1], _trace.Volts[begin - 1]))
        {
            begin--;
        }
        // A single row, or a few beside many, are the start of what followed, not a constant current.
        if (begin - constantFirst < 2 || (run.Kind == SegmentKind.Other && begin - constantFirst < end - begin))
        {
            begin = constantFirst;
        }
        var isSoft = _segments.Count > 0 && !IsJump(constantFirst);
        if (begin > constantFirst)
        {
            Add(Math.Abs(mean) <= _rest ? SegmentKind.Rest : SegmentKind.ConstantCurrent, constantFirst, begin, 0, isSoft);
            isSoft = true;
        }
        Add(run.Kind, begin, end, run.Rate, isSoft);
        return end;
    }

    /// <summary>Adds a segment, or lengthens the last one where both are the same thing.</summary>
    readonly void Add(SegmentKind kind, int first, int end, double rate, bool isSoft)
    {
        if (isSoft && Merged(kind, rate) is { } both)
        {
            first = _segments[^1].First;
            kind = both;
            _segments.RemoveAt(_segments.Count - 1);
            _rates.RemoveAt(_rates.Count - 1);
        }
        _segments.Add(new(kind, first, end, double.NaN, double.NaN, Mean(first, end)));
        _rates.Add(rate);
    }

    readonly SegmentKind? Merged(SegmentKind kind, double rate)
    {
        var last = _segments[^1].Kind;
        if (kind == SegmentKind.Sweep && last == kind)
        {
            var before = _rates[^1];
            // A sweep that goes on at another rate is none: constant power and the like are straight over a while only.
            return rate * before < 0 ? null : Math.Abs(rate - before) <= 0.02 * Math.Abs(before) ? kind : SegmentKind.Other;
        }
        return kind == SegmentKind.Other && last == kind ? kind : null;
    }

    readonly double Mean(int first, int end)
    {
        var sum = 0.0;
        for (var i = first; i < end; i++)
        {
            sum += double.IsFinite(_trace.Amperes[i]) ? _trace.Amperes[i] : 0;
        }
        return sum / (end - first);
    }
}
