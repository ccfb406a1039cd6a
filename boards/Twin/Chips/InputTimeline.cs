namespace CoinRig.Twin;

/// <summary>
/// What the modulator saw and when, in spans of one input setting each, so that a result whose window holds a change is the mix that
/// the real filter would give. Spans are evaluated only when a result needs them or before the signal behind them changes. The
/// filter's weighting is taken as flat over the settling time.
/// </summary>
sealed class InputTimeline(AdsInputStage stage)
{
    const int Capacity = 16;

    /// <summary>A span shorter than this part of the window is represented by the value at its end.</summary>
    const int ShortPart = 8;

    readonly Span[] _spans = new Span[Capacity];
    int _count;
    AdsInput _input;
    int _rate;
    long _openFrom;

    /// <summary>Another input setting is in force from now on.</summary>
    internal void Change(in AdsInput input, int rate, long time)
    {
        Close(time);
        _input = input;
        _rate = rate;
    }

    /// <summary>Whether anything not yet evaluated lies on one of these pins.</summary>
    internal bool IsOpenOn(int pins)
    {
        var touched = _input.Pins;
        for (var i = Oldest; i < _count; i++)
        {
            ref var span = ref _spans[i % Capacity];
            touched |= span.IsKnown ? 0 : span.Input.Pins;
        }
        return (touched & pins) != 0;
    }

    /// <summary>The mean over a window, as a fraction of full scale.</summary>
    internal double Mean(long from, long to)
    {
        if (_openFrom <= from)
        {
            return Extend(from, to, stage.MeanFraction(_input, _rate, from, to));
        }
        double sum = 0, covered = 0;
        for (var i = Oldest; i < _count; i++)
        {
            ref var span = ref _spans[i % Capacity];
            var (start, end) = (Math.Max(span.From, from), Math.Min(span.To, to));
            if (end > start)
            {
                Evaluate(ref span, start, end);
                sum += (end - start) * span.Fraction;
                covered += end - start;
            }
        }
        if (_openFrom < to)
        {
            var length = to - _openFrom;
            sum += length * Extend(_openFrom, to, stage.MeanFraction(_input, _rate, _openFrom, to));
            covered += length;
        }
        return covered > 0 ? sum / covered : stage.MeanFraction(_input, _rate, to, to);
    }

    /// <summary>Evaluates everything from the start of a window until now, because the signal is about to change.</summary>
    internal void Evaluate(long from, long now, long window)
    {
        for (var i = Oldest; i < _count; i++)
        {
            ref var span = ref _spans[i % Capacity];
            if (span.To > from)
            {
                Evaluate(ref span, Math.Max(span.From, from), span.To);
            }
        }
        var start = Math.Max(_openFrom, from);
        if (now > start)
        {
            var isShort = now - start < window / ShortPart;
            Extend(start, now, stage.MeanFraction(_input, _rate, isShort ? now : start, now));
        }
    }

    int Oldest => Math.Max(0, _count - Capacity);

    void Evaluate(ref Span span, long from, long to)
    {
        if (!span.IsKnown)
        {
            span = span with { IsKnown = true, Fraction = stage.MeanFraction(span.Input, span.Rate, from, to) };
        }
    }

    void Close(long time)
    {
        if (time > _openFrom)
        {
            Push(new(_openFrom, time, _input, _rate, false, 0));
            _openFrom = time;
        }
    }

    double Extend(long from, long to, double fraction)
    {
        Push(new(from, to, _input, _rate, true, fraction));
        _openFrom = to;
        return fraction;
    }

    void Push(in Span span)
    {
        _spans[_count % Capacity] = span;
        _count++;
        if (_count == 1 << 20)
        {
            _count = Capacity;
        }
    }

    readonly record struct Span(long From, long To, AdsInput Input, int Rate, bool IsKnown, double Fraction);
}
