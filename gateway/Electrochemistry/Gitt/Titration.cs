using CoinRig.Electrochemistry.Numerics;
using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Segments;
using CoinRig.Electrochemistry.Traces;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Gitt;

/// <summary>A galvanostatic intermittent titration (Weppner and Huggins 1977) in a trace without step numbers.</summary>
public static class Titration
{
    /// <summary>The pulses, in the order of time.</summary>
    /// <param name="trace">The rows.</param>
    /// <param name="segments">Its segments, by <see cref="SegmentSearch"/> or from the instrument's step numbers.</param>
    /// <param name="shape">The particle's shape.</param>
    /// <param name="instrument">Its noise is used.</param>
    public static IReadOnlyList<TitrationPulse> Of(Trace trace, IReadOnlyList<TraceSegment> segments, ConstantFlux shape, Instrument instrument)
    {
        var steps = TitrationPattern.Of(segments);
        var stream = new TitrationStream(shape, instrument.NoiseVolts);
        var seen = new List<(PulseEstimate Estimate, TraceSegment Pulse, TraceSegment Relaxation, double Middle)>();
        var charge = new NeumaierSum();
        var (least, most, middle) = (0.0, 0.0, 0.0);
        for (var i = 0; i < segments.Count; i++)
        {
            var segment = segments[i];
            var passed = segment.Kind is SegmentKind.Rest or SegmentKind.ConstantCurrent ? segment.MeanAmperes * segment.Seconds : Integral(trace[segment.Rows]);
            middle = steps[i] == TitrationStep.Pulse ? charge.Value + 0.5 * passed : middle;
            charge.Add(passed);
            (least, most) = (Math.Min(least, charge.Value), Math.Max(most, charge.Value));
            stream.Begin(steps[i], segment.StartSeconds, segment.StartUncertaintySeconds);
            for (var row = segment.First; row < segment.End; row++)
            {
                stream.Add(trace.Seconds[row], trace.Volts[row], trace.Amperes[row]);
            }
            if (stream.End(segment.EndSeconds) is { } estimate)
            {
                seen.Add((estimate, segments[i - 1], segment, middle));
            }
        }
        return [.. seen.Select((s, i) => new TitrationPulse(PulseEvaluation.Of(s.Estimate, Neighbour(i, -1), Neighbour(i, 1)),
            s.Pulse.StartSeconds, s.Relaxation.Seconds, s.Middle, (s.Middle - least) / (most - least)))];

        PulseEstimate? Neighbour(int index, int offset) =>
            index + offset >= 0 && index + offset < seen.Count && seen[index].Pulse.MeanAmperes * seen[index + offset].Pulse.MeanAmperes > 0 ? seen[index + offset].Estimate : null;
    }

    /// <summary>The results of a titration, each with where it was found.</summary>
    /// <param name="pulses">The pulses.</param>
    /// <param name="geometry">The particle.</param>
    /// <param name="instrument">What the instrument may be off by.</param>
    public static IReadOnlyList<Result> Results(IReadOnlyList<TitrationPulse> pulses, ParticleGeometry geometry, Instrument instrument)
    {
        var projection = new PulseProjection(geometry, instrument.VoltageGainRelative);
        return [.. pulses.SelectMany(p => projection.Of(p.Result, p.StartSeconds, p.RestSeconds, p.MiddleCoulombs, new KeyValuePair<string, object>("state_of_charge", p.StateOfCharge)))];
    }

    static double Integral(Trace rows)
    {
        var integral = new TrapezoidIntegral();
        for (var i = 0; i < rows.Length; i++)
        {
            integral.Add(rows.Seconds[i], rows.Amperes[i]);
        }
        return integral.Value;
    }
}
