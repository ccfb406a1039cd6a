using CoinRig.Electrochemistry.Ici;
using CoinRig.Electrochemistry.Segments;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Analysis;

/// <summary>Interruptions of the current in a recording.</summary>
static class InterruptionPart
{
    /// <summary>Adds what the interruptions give.</summary>
    public static void Add(Recording recording, IReadOnlyList<TraceSegment> segments, SampleFacts facts, Instrument instrument, Findings findings)
    {
        var used = UsedGeometry.Of(facts);
        var interruptions = Interruptions.Of(recording.Trace, segments, used.Geometry.Shape);
        if (interruptions.Count > 0)
        {
            findings.Add(Technique.Ici, used.Named(Interruptions.Results(interruptions, used.Geometry, instrument)),
                ("interruptions", $"R and k by a line over the root of time; D by the exact solution of a {used.Geometry.Shape.Name} with every step of the current"),
                ("diffusion length", used.Source));
        }
    }
}
