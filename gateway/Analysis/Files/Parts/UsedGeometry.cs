using CoinRig.Electrochemistry.Gitt;
using CoinRig.Electrochemistry.Results;

namespace CoinRig.Analysis;

/// <summary>The particle that diffusion is evaluated for. Where nobody says how large it is, D/L^2 stands in place of D: that of a length of one.</summary>
/// <param name="Geometry">The particle, or a sphere with L = 1.</param>
/// <param name="IsKnown">Whether the cell file gives a length.</param>
sealed record UsedGeometry(ParticleGeometry Geometry, bool IsKnown)
{
    const string D = "diffusion_coefficient", OverLengthSquared = "diffusion_over_length_squared";

    /// <summary>Where the length comes from, for a methods paragraph.</summary>
    public string Source => IsKnown ? Geometry.Source : "not known: D/L2 is given";

    /// <summary>By what is known of the cell.</summary>
    public static UsedGeometry Of(SampleFacts facts) => facts.Geometry is { LengthMetres: not null } known ? new(known, true)
        : new(new(facts.Geometry?.Shape ?? ConstantFlux.Sphere, new(1, 0), "not known: D is divided by its square", false), false);

    /// <summary>Results under their right names.</summary>
    public IEnumerable<Result> Named(IEnumerable<Result> results) => IsKnown ? results : results.Select(r => r.Name.StartsWith(D, StringComparison.Ordinal)
        ? r with { Name = OverLengthSquared + r.Name[D.Length..], Unit = "1/s", Budget = [.. r.Budget.Where(b => b.Input != "geometry")] } : r);
}
