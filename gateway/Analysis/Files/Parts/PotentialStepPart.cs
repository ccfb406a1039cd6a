using CoinRig.Electrochemistry.Pitt;
using CoinRig.Electrochemistry.Segments;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Analysis;

/// <summary>Small steps of a held voltage in a recording.</summary>
static class PotentialStepPart
{
    /// <summary>Adds what the steps give.</summary>
    public static void Add(Recording recording, IReadOnlyList<TraceSegment> segments, SampleFacts facts, Instrument instrument, Findings findings)
    {
        var used = UsedGeometry.Of(facts);
        var steps = PotentialSteps.Of(recording.Trace, segments, used.Geometry.Shape);
        if (steps.Count > 0)
        {
            findings.Add(Technique.Pitt, used.Named(PotentialSteps.Results(steps, used.Geometry, instrument)),
                ("potential steps", $"least squares of the exact decay of a {used.Geometry.Shape.Name} with a resistance in series, and a leak"), ("diffusion length", used.Source));
        }
    }
}
