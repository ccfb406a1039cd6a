using System.Numerics;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Impedance.RelaxationTimes;

/// <summary>
/// Distribution of relaxation times: Z = R0 + integral of g(ln tau)/(1 + j omega tau) d ln tau, g at or above zero (Wan, Saccoccio, Chen and Ciucci 2015,
/// Electrochim. Acta 184, 483).
/// </summary>
public sealed record RelaxationDistribution
{
    const double LowestLambda = 1e-6, HighestLambda = 1e3, LambdasPerDecade = 2;

    /// <summary>Cross-validation is flat over decades: of lambdas that are as good within this share the smoothest is taken, which ripples least.</summary>
    const double AsGood = 1.02;

    /// <summary>Time constants, s, rising.</summary>
    public required IReadOnlyList<double> Seconds { get; init; }

    /// <summary>g at each, ohm.</summary>
    public required IReadOnlyList<double> Ohms { get; init; }

    /// <summary>R0: what is faster than all time constants.</summary>
    public required Estimate Series { get; init; }

    /// <summary>The whole integral of g, ohm.</summary>
    public required double PolarizationOhms { get; init; }

    /// <summary>Weight of the penalty on second differences of g, in units of one over the square of the largest modulus.</summary>
    public required double Lambda { get; init; }

    /// <summary>The same in 1/ohm2, as for g in ohm.</summary>
    public required double LambdaPerSquareOhm { get; init; }

    /// <summary>The lambdas that were looked at, the smoothest first, with their generalized cross-validation; one where it was given.</summary>
    public required IReadOnlyList<(double Lambda, double Score)> Scan { get; init; }

    /// <summary>Its peaks, the fast ones first.</summary>
    public required IReadOnlyList<RelaxationPeak> Peaks { get; init; }

    /// <summary>Finds the distribution of a spectrum.</summary>
    /// <param name="spectrum">The spectrum, in any order of frequencies.</param>
    /// <param name="options">How; null for the usual.</param>
    /// <param name="tail">
    /// What is subtracted first, ohm at a frequency in Hz: inductance, and diffusion or capacitance that has no end in the spectrum and so no distribution
    /// (<see cref="Fitting.FittedCircuit.Tail"/>).
    /// </param>
    /// <exception cref="ArgumentException">Fewer than six points, or a lambda that is not above zero.</exception>
    public static RelaxationDistribution Of(Spectrum spectrum, RelaxationOptions? options = null, Func<double, Complex>? tail = null)
    {
        ArgumentNullException.ThrowIfNull(spectrum);
        options ??= new();
        spectrum.Require(6);
        if (options.Lambda is { } given && !(given > 0))
        {
            throw new ArgumentException($"Lambda is {given}; it must be above zero.", nameof(options));
        }
        var problem = new RelaxationProblem(spectrum, tail, options);
        var scan = new List<(double Lambda, double Score)>();
        var steps = options.Lambda is null ? (int)(Math.Log10(HighestLambda / LowestLambda) * LambdasPerDecade) : 0;
        for (var i = steps; i >= 0; i--)
        {
            var tried = options.Lambda ?? LowestLambda * Math.Pow(10, i / LambdasPerDecade);
            scan.Add((tried, problem.Solve(tried)));
        }
        var lambda = scan.First(s => s.Score <= AsGood * scan.Min(t => t.Score)).Lambda;
        if (steps > 0)
        {
            problem.Solve(lambda);
        }
        var ohms = problem.Unknowns.Skip(1).Select(g => g * problem.Scale).ToArray();
        return new()
        {
            Seconds = problem.Seconds,
            Ohms = ohms,
            Series = new(problem.Unknowns[0] * problem.Scale, problem.UncertaintyOfSum(0, 0) * problem.Scale),
            PolarizationOhms = ohms.Sum() * problem.Step,
            Lambda = lambda,
            LambdaPerSquareOhm = lambda / (problem.Scale * problem.Scale),
            Scan = scan,
            Peaks = PeakAreas.Of(problem, ohms, spectrum, options.SmallestShare),
        };
    }
}
