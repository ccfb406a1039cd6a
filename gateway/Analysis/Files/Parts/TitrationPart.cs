using CoinRig.Electrochemistry.Gitt;
using CoinRig.Electrochemistry.Segments;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Analysis;

/// <summary>Titration pulses of a recording.</summary>
static class TitrationPart
{
    /// <summary>Adds what the pulses give.</summary>
    public static void Add(Recording recording, IReadOnlyList<TraceSegment> segments, SampleFacts facts, Instrument instrument, Findings findings)
    {
        var used = UsedGeometry.Of(facts);
        var pulses = Titration.Of(recording.Trace, segments, used.Geometry.Shape, instrument);
        if (pulses.Count > 0)
        {
            findings.Add(Technique.Gitt, used.Named(Titration.Results(pulses, used.Geometry, instrument)),
                ("D", $"least squares of the exact constant-flux solution of a {used.Geometry.Shape.Name} to each pulse, corrected to second order by its neighbours"),
                ("diffusion length", used.Source));
        }
    }
}
