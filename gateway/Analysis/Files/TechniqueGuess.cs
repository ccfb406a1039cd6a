using CoinRig.Electrochemistry.Segments;
using CoinRig.Electrochemistry.Traces;

namespace CoinRig.Analysis;

/// <summary>Tells from its segments what a recording is of. It may be of several things: a titration is also half of a cycle.</summary>
static class TechniqueGuess
{
    const int FewestPulses = 3, FewestHolds = 3;
    const double LongestInterruptionSeconds = 60, InterruptionShare = 1 / 3.0;
    const double ShortestRestShare = 0.5;

    /// <summary>A recording that is swept for more than this share of the time with current is a voltammogram and nothing else.</summary>
    const double SweepShare = 0.3;

    /// <summary>A shorter way at a constant rate is no sweep of a voltammogram, V.</summary>
    public const double LeastSweepVolts = 0.1;

    /// <summary>A sweep's current varies by more than this share of its largest; one that does not is a constant current whose voltage happens to run evenly.</summary>
    const double LeastVariation = 0.3;

    /// <summary>The techniques of a recording, the most particular first.</summary>
    /// <param name="trace">The rows.</param>
    /// <param name="segments">Their segments.</param>
    public static IReadOnlyList<Technique> Of(Trace trace, IReadOnlyList<TraceSegment> segments)
    {
        var (active, swept) = (0.0, 0.0);
        foreach (var segment in segments)
        {
            active += segment.Kind == SegmentKind.Rest ? 0 : segment.Seconds;
            swept += IsSweep(trace, segment) ? segment.Seconds : 0;
        }
        if (swept > SweepShare * active)
        {
            return [Technique.CyclicVoltammetry];
        }
        var found = new List<Technique>();
        if (swept > 0)
        {
            found.Add(Technique.CyclicVoltammetry);
        }
        if (Interruptions(segments) >= FewestPulses)
        {
            found.Add(Technique.Ici);
        }
        else if (Pulses(segments) >= FewestPulses)
        {
            found.Add(Technique.Gitt);
        }
        if (HoldsInARow(segments) >= FewestHolds)
        {
            found.Add(Technique.Pitt);
        }
        found.Add(Technique.Pulse);
        if (active > 0)
        {
            found.Add(Technique.Cycling);
        }
        return found;
    }

    /// <summary>Whether a segment is a sweep of a voltammogram.</summary>
    public static bool IsSweep(Trace trace, in TraceSegment segment) => segment.Kind == SegmentKind.Sweep
        && Math.Abs(trace.Volts[segment.End - 1] - trace.Volts[segment.First]) >= LeastSweepVolts && Varies(trace.Amperes[segment.Rows]);

    static bool Varies(ReadOnlySpan<double> amperes)
    {
        var (least, most) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var now in amperes)
        {
            (least, most) = (Math.Min(least, now), Math.Max(most, now));
        }
        return most - least > LeastVariation * Math.Max(Math.Abs(least), Math.Abs(most));
    }

    /// <summary>Constant currents with a rest after them that is no shorter than half of them.</summary>
    static int Pulses(IReadOnlyList<TraceSegment> segments) => Pairs(segments).Count(p => p.Pause.Seconds > LongestInterruptionSeconds && p.Pause.Seconds >= ShortestRestShare * p.Current.Seconds);

    /// <summary>Short rests after currents that are three times as long or longer.</summary>
    static int Interruptions(IReadOnlyList<TraceSegment> segments) =>
        Pairs(segments).Count(p => p.Pause.Seconds <= LongestInterruptionSeconds && p.Pause.Seconds <= InterruptionShare * p.Current.Seconds && p.Pause.Count > 2);

    static IEnumerable<(TraceSegment Current, TraceSegment Pause)> Pairs(IReadOnlyList<TraceSegment> segments)
    {
        for (var i = 1; i < segments.Count; i++)
        {
            if (segments[i].Kind == SegmentKind.Rest && segments[i - 1].Kind == SegmentKind.ConstantCurrent)
            {
                yield return (segments[i - 1], segments[i]);
            }
        }
    }

    static int HoldsInARow(IReadOnlyList<TraceSegment> segments)
    {
        var (most, now) = (0, 0);
        foreach (var segment in segments)
        {
            now = segment.Kind == SegmentKind.ConstantVoltage ? now + 1 : segment.Kind == SegmentKind.Rest ? now : 0;
            most = Math.Max(most, now);
        }
        return most;
    }
}
