using CoinRig.Electrochemistry.Gitt;
using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Segments;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Analysis;

/// <summary>Titration pulses of a recording. Where nobody says how large the particles are, D/L^2 stands in place of D.</summary>
static class TitrationPart
{
    const string D = "diffusion_coefficient", OverLengthSquared = "diffusion_over_length_squared";

    /// <summary>Adds what the pulses give.</summary>
    public static void Add(Recording recording, IReadOnlyList<TraceSegment> segments, SampleFacts facts, Instrument instrument, Findings findings)
    {
        var geometry = facts.Geometry is { LengthMetres: not null } known ? known : null;
        var used = geometry ?? new ParticleGeometry(facts.Geometry?.Shape ?? ConstantFlux.Sphere, new(1, 0), "not known: D is divided by its square", false);
        var pulses = Titration.Of(recording.Trace, segments, used.Shape, instrument);
        var results = Titration.Results(pulses, used, instrument);
        if (pulses.Count > 0)
        {
            findings.Add(Technique.Gitt, geometry is null ? results.Select(WithoutLength) : results,
                ("D", $"least squares of the exact constant-flux solution of a {used.Shape.Name} to each pulse, corrected to second order by its neighbours"),
                ("diffusion length", geometry is null ? "not known: D/L2 is given" : geometry.Source));
        }
    }

    static Result WithoutLength(Result result) => result.Name.StartsWith(D, StringComparison.Ordinal)
        ? result with { Name = OverLengthSquared + result.Name[D.Length..], Unit = "1/s", Budget = [.. result.Budget.Where(b => b.Input != "geometry")] }
        : result;
}
