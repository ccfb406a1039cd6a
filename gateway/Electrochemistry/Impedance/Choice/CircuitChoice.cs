using CoinRig.Electrochemistry.Impedance.Circuits;
using CoinRig.Electrochemistry.Impedance.Fitting;
using MathNet.Numerics.Distributions;

namespace CoinRig.Electrochemistry.Impedance.Choice;

/// <summary>Which of some circuits a spectrum supports.</summary>
public sealed record CircuitChoice
{
    /// <summary>A candidate as far as this above the least criterion has essentially no support (Burnham and Anderson 2002, 2.6).</summary>
    public const double NoSupport = 10;

    /// <summary>The candidates, the least criterion first.</summary>
    public required IReadOnlyList<CandidateFit> Candidates { get; init; }

    /// <summary>
    /// The candidate of least criterion whose parameters are all identifiable; where none of those is within 10 of the least of all, the least of all, with
    /// the flags of its parameters.
    /// </summary>
    public CandidateFit Preferred => Candidates.FirstOrDefault(c => c.IsIdentifiable && c.Delta < NoSupport) ?? Candidates[0];

    /// <summary>Fits all circuits that the spectrum has points enough for.</summary>
    /// <exception cref="ArgumentException">It has enough for none of them.</exception>
    public static CircuitChoice Among(Spectrum spectrum, IReadOnlyList<Circuit> circuits, FitOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(spectrum);
        ArgumentNullException.ThrowIfNull(circuits);
        var fits = circuits.Where(c => 2 * spectrum.Count > c.Parameters.Count + 2).Select(c => CircuitFit.Of(c, spectrum, options)).ToList();
        if (fits.Count == 0)
        {
            throw new ArgumentException($"The spectrum has {spectrum.Count} points: too few for each of {string.Join(", ", circuits)}.", nameof(spectrum));
        }
        var least = fits.Min(Criterion);
        return new() { Candidates = [.. fits.OrderBy(Criterion).Select(f => Candidate(f, fits, least))] };
    }

    /// <summary>What cells are usually described by: one to three arcs with and without diffusion, with an inductance where the spectrum has inductive points.</summary>
    public static IReadOnlyList<Circuit> Usual(Spectrum spectrum)
    {
        ArgumentNullException.ThrowIfNull(spectrum);
        var front = spectrum.Ohms.Count(z => z.Imaginary > 0) > 1 && spectrum.Ohms[spectrum.Falling()[0]].Imaginary > 0 ? "L0-R0" : "R0";
        string[] arcs = ["-p(R1,CPE1)", "-p(R1,CPE1)-p(R2,CPE2)", "-p(R1,CPE1)-p(R2,CPE2)-p(R3,CPE3)"];
        return [.. arcs.SelectMany(a => new[] { front + a, front + a + "-W1" }).Select(Circuit.Parse)];
    }

    static double Criterion(FittedCircuit fit)
    {
        double n = 2 * fit.Spectrum.Count, k = fit.FreeCount + 1;
        return n * Math.Log(Math.Max(fit.SumOfSquares, 1e-300) / n) + 2 * k + (n > k + 1 ? 2 * k * (k + 1) / (n - k - 1) : double.PositiveInfinity);
    }

    static CandidateFit Candidate(FittedCircuit fit, List<FittedCircuit> all, double least)
    {
        var simpler = all.Where(f => f != fit && f.FreeCount < fit.FreeCount && IsPartOf(f.Circuit, fit.Circuit)).MinBy(Criterion);
        var probability = double.NaN;
        if (simpler is not null && fit.DegreesOfFreedom > 0)
        {
            var extra = fit.FreeCount - simpler.FreeCount;
            var ratio = (simpler.SumOfSquares - fit.SumOfSquares) / extra / (fit.SumOfSquares / fit.DegreesOfFreedom);
            probability = 1 - FisherSnedecor.CDF(extra, fit.DegreesOfFreedom, Math.Max(0, ratio));
        }
        return new(fit, Criterion(fit), Criterion(fit) - least, simpler?.Circuit.Text, probability);
    }

    static bool IsPartOf(Circuit simple, Circuit whole)
    {
        var shapes = whole.SeriesParts.Select(p => p.Shape).ToList();
        return simple.SeriesParts.All(p => shapes.Remove(p.Shape));
    }
}
