using CoinRig.Electrochemistry.Gitt;
using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Segments;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Analysis;

/// <summary>The voltage at the end of each rest of a recording, and where it goes to.</summary>
static class RestPart
{
    /// <summary>A shorter rest ends at no voltage that anybody asks for.</summary>
    const double ShortestSeconds = 60;

    /// <summary>Adds them.</summary>
    public static void Add(Recording recording, IReadOnlyList<TraceSegment> segments, Instrument instrument, Findings findings)
    {
        var rest = new RestAccumulator();
        foreach (var segment in segments.Where(s => s.Kind == SegmentKind.Rest && s.Seconds >= ShortestSeconds))
        {
            rest.Begin();
            for (var row = segment.First; row < segment.End; row++)
            {
                rest.Add(recording.Seconds[row] - segment.StartSeconds, recording.Volts[row]);
            }
            findings.Results.Add(Of(rest, segment, recording.Volts[segment.End - 1], instrument));
        }
    }

    static Result Of(RestAccumulator rest, in TraceSegment segment, double volts, Instrument instrument)
    {
        var seen = double.IsFinite(instrument.NoiseVolts) ? instrument.NoiseVolts : rest.NoiseVolts;
        var noise = double.IsFinite(seen) ? seen : 0;
        var equilibrium = rest.Equilibrium(noise, volts);
        BudgetTerm[] budget =
            [new("noise", noise), new("voltage_offset", instrument.VoltageOffsetVolts), new("voltage_gain", Math.Abs(instrument.VoltageGainRelative * volts))];
        return new("open_circuit_voltage", new(volts, Combine.Quadrature([.. budget.Select(b => b.Uncertainty)])), "V")
        {
            Details =
            [
                new("seconds", segment.EndSeconds), new("when", "end of rest"), new("rest_seconds", segment.Seconds), new("drift_volts_per_second", equilibrium.DriftVoltsPerSecond),
                new("equilibrium", equilibrium.Volts), new("equilibrium_uncertainty", equilibrium.Uncertainty), new("equilibrium_kind", equilibrium.Kind.ToString().ToLowerInvariant()),
            ],
            Budget = budget,
        };
    }
}
