using CoinRig.Electrochemistry.Impedance.Fitting;
using CoinRig.Electrochemistry.Impedance.KramersKronig;
using CoinRig.Electrochemistry.Results;

namespace CoinRig.Coverage;

/// <summary>
/// Fits without a guess: intervals of parameters and capacitances of the reference page's circuit, how often the least of all is found in random
/// circuits, and how often a drift is told from noise.
/// </summary>
sealed class ImpedanceCampaign : ICampaign
{
    const double UsualNoise = 0.003;

    public string Name => "impedance";

    public string Summary => "circuits fitted to spectra of 60 frequencies without a guess; random circuits; drift of a cell";

    public int DefaultSeeds => 1000;

    public void Run(int seeds, IReadOnlyList<string> options, TextWriter to)
    {
        foreach (var noise in new[] { 0.001, UsualNoise, 0.01 })
        {
            to.WriteLine(FormattableString.Invariant($"{MeasuredCircuit.Golden.Circuit}, noise {noise:P1} of the modulus"));
            to.WriteLine(Tally.Heading);
            foreach (var tally in Parameters(seeds, noise))
            {
                to.WriteLine(tally);
            }
            to.WriteLine();
        }
        var (found, worst) = RandomCircuits(seeds);
        to.WriteLine(FormattableString.Invariant($"random circuits (one to three arcs a decade or more apart, with and without W, noise {UsualNoise:P1}): the least sum of squares found in {found} of {seeds}; at most {worst} model passes"));
        foreach (var noise in new[] { 0.001, UsualNoise, 0.01 })
        {
            to.WriteLine(FormattableString.Invariant($"noise {noise:P1}: not-stationary in {Drifting(seeds, noise, 0.3)} of {seeds} where R2 drifts by 30 %, in {Drifting(seeds, noise, 0)} where it does not"));
        }
    }

    /// <summary>One tally a parameter, then the arcs' capacitances and the sum of their resistances.</summary>
    public static IReadOnlyList<Tally> Parameters(int seeds, double noise)
    {
        var golden = MeasuredCircuit.Golden;
        var truth = CircuitFit.Of(golden.Circuit, golden.Measure(0, 0));
        var parameters = truth.Parameters.Select(p => new Tally(p.Name)).ToList();
        var arcs = truth.Arcs.SelectMany(a => new[] { new Tally($"effective capacitance of {a.Name}, Hsu-Mansfeld"), new Tally($"effective capacitance of {a.Name}, Brug"), new Tally($"time constant of {a.Name}") }).ToList();
        for (var seed = 1; seed <= seeds; seed++)
        {
            var fit = CircuitFit.Of(golden.Circuit, golden.Measure(noise, seed));
            for (var i = 0; i < parameters.Count; i++)
            {
                var flags = FitFlags.Of(fit, fit.Parameters[i]).ToArray();
                parameters[i].Add(fit.Parameters[i].Value.Value, fit.Parameters[i].Value.Uncertainty, golden.Values[i], flags.IsValid(), flags.Names());
            }
            foreach (var (found, exact, first) in fit.Arcs.Zip(truth.Arcs, Enumerable.Range(0, truth.Arcs.Count).Select(i => 3 * i)))
            {
                arcs[first].Add(found.HsuMansfeldFarads.Value, found.HsuMansfeldFarads.Uncertainty, exact.HsuMansfeldFarads.Value, found.IsIdentifiable);
                arcs[first + 1].Add(found.BrugFarads!.Value.Value, found.BrugFarads.Value.Uncertainty, exact.BrugFarads!.Value.Value, found.IsIdentifiable);
                arcs[first + 2].Add(found.Seconds.Value, found.Seconds.Uncertainty, exact.Seconds.Value, found.IsIdentifiable);
            }
        }
        return [.. parameters, .. arcs];
    }

    /// <summary>In how many random circuits a fit without a guess is as good as one that begins at the truth.</summary>
    public static (int Found, int MostPasses) RandomCircuits(int seeds)
    {
        var (found, most) = (0, 0);
        for (var seed = 1; seed <= seeds; seed++)
        {
            var circuit = MeasuredCircuit.Random(seed);
            var spectrum = circuit.Measure(UsualNoise, seed);
            var guess = circuit.Circuit.Parameters.Zip(circuit.Values).ToDictionary(p => p.First.Name, p => p.Second);
            var fit = CircuitFit.Of(circuit.Circuit, spectrum);
            found += fit.SumOfSquares <= (1 + 1e-6) * CircuitFit.Of(circuit.Circuit, spectrum, new() { Guess = guess }).SumOfSquares ? 1 : 0;
            most = Math.Max(most, fit.Passes);
        }
        return (found, most);
    }

    /// <summary>In how many spectra of a drifting cell the drift is seen.</summary>
    public static int Drifting(int seeds, double noise, double drift) =>
        Enumerable.Range(1, seeds).Count(seed => !KramersKronigTest.Of(MeasuredCircuit.Golden.Measure(noise, seed, drift)).IsStationary);
}
