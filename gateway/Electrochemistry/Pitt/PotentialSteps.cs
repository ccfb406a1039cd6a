using CoinRig.Electrochemistry.Gitt;
using CoinRig.Electrochemistry.Numerics;
using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Segments;
using CoinRig.Electrochemistry.Traces;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Pitt;

/// <summary>Potentiostatic intermittent titration in a trace without step numbers.</summary>
public static class PotentialSteps
{
    const double FirstSeconds = 1, LargestStepVolts = 0.1;

    /// <summary>The steps of the potential, in the order of time: holds after a rest or another hold, at another potential but not far from it.</summary>
    /// <param name="trace">The rows.</param>
    /// <param name="segments">Its segments.</param>
    /// <param name="shape">The particle's shape.</param>
    public static IReadOnlyList<PotentialStepResult> Of(Trace trace, IReadOnlyList<TraceSegment> segments, ConstantFlux shape)
    {
        var results = new List<PotentialStepResult>();
        for (var i = 1; i < segments.Count; i++)
        {
            if (segments[i].Kind != SegmentKind.ConstantVoltage || segments[i - 1].Kind is not (SegmentKind.Rest or SegmentKind.ConstantVoltage))
            {
                continue;
            }
            var before = trace.Volts[segments[i].First - 1];
            if (Math.Abs(trace.Volts[segments[i].End - 1] - before) is > 0 and <= LargestStepVolts)
            {
                results.Add(PotentialStepEvaluation.Of(Observe(trace, segments[i], shape, results.Count + 1, before)));
            }
        }
        return results;
    }

    /// <summary>The results of steps, each with where it was found.</summary>
    /// <param name="steps">The steps.</param>
    /// <param name="geometry">The particle; a slab fed through one face has its thickness for length.</param>
    /// <param name="instrument">What the instrument may be off by.</param>
    public static IReadOnlyList<Result> Results(IReadOnlyList<PotentialStepResult> steps, ParticleGeometry geometry, Instrument instrument) =>
        [.. steps.SelectMany(s => PotentialStepProjection.Of(s, geometry, instrument)).Where(r => double.IsFinite(r.Value.Value))];

    static PotentialStepObservation Observe(Trace trace, in TraceSegment segment, ConstantFlux shape, int number, double before)
    {
        var blocks = new LogBlocks();
        var charge = new TrapezoidIntegral();
        for (var row = segment.First; row < segment.End; row++)
        {
            var since = trace.Seconds[row] - segment.StartSeconds;
            blocks.Add(since, trace.Amperes[row]);
            charge.Add(since, trace.Amperes[row]);
        }
        return new()
        {
            Number = number,
            Shape = shape,
            Seconds = segment.StartSeconds,
            TimeZeroUncertaintySeconds = segment.StartUncertaintySeconds,
            HeldSeconds = segment.Seconds,
            VoltsBefore = before,
            Volts = trace.Volts[segment.End - 1],
            Coulombs = charge.Value,
            Current = blocks.Between(FirstSeconds, double.PositiveInfinity),
            FirstAmperes = trace.Amperes[segment.First],
        };
    }
}
