using CoinRig.Electrochemistry.Gitt;
using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Segments;
using CoinRig.Electrochemistry.Traces;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Ici;

/// <summary>Intermittent current interruption (Lacey 2017; Chien et al. 2023) in a trace without step numbers.</summary>
public static class Interruptions
{
    /// <summary>The interruptions, in the order of time.</summary>
    /// <param name="trace">The rows.</param>
    /// <param name="segments">Its segments.</param>
    /// <param name="shape">The particle's shape.</param>
    public static IReadOnlyList<InterruptionResult> Of(Trace trace, IReadOnlyList<TraceSegment> segments, ConstantFlux shape)
    {
        var interruptions = InterruptionPattern.Of(segments);
        var stream = new InterruptionStream();
        var seen = new List<(InterruptionObservation Observation, int Series)>();
        var series = 0;
        for (var i = 0; i < segments.Count; i++)
        {
            var segment = segments[i];
            var isOn = segment.Kind == SegmentKind.ConstantCurrent;
            var isFresh = !interruptions[i] && !(isOn && i > 0 && interruptions[i - 1]);
            series += isFresh ? 1 : 0;
            stream.Begin(isOn, isFresh && (isOn || !interruptions[i]), segment.StartSeconds, segment.StartUncertaintySeconds);
            for (var row = segment.First; row < segment.End; row++)
            {
                stream.Add(trace.Seconds[row], trace.Volts[row], trace.Amperes[row]);
            }
            if (stream.End(segment.EndSeconds) is { } observation && interruptions[i])
            {
                seen.Add((observation with { Number = seen.Count + 1 }, series));
            }
        }
        return [.. seen.Select((s, i) => InterruptionEvaluation.Of(shape, s.Observation, Neighbour(i, -1), Neighbour(i, 1)))];

        InterruptionObservation? Neighbour(int index, int offset) =>
            index + offset >= 0 && index + offset < seen.Count && seen[index + offset].Series == seen[index].Series ? seen[index + offset].Observation : null;
    }

    /// <summary>The results of interruptions, each with where it was found.</summary>
    /// <param name="interruptions">The interruptions.</param>
    /// <param name="geometry">The particle.</param>
    /// <param name="instrument">What the instrument may be off by.</param>
    public static IReadOnlyList<Result> Results(IReadOnlyList<InterruptionResult> interruptions, ParticleGeometry geometry, Instrument instrument) =>
        [.. interruptions.SelectMany(i => InterruptionProjection.Of(i, geometry, instrument)).Where(r => double.IsFinite(r.Value.Value))];
}
