using CoinRig.Electrochemistry.Impedance.Choice;
using CoinRig.Electrochemistry.Impedance.Circuits;
using CoinRig.Electrochemistry.Impedance.KramersKronig;
using CoinRig.Electrochemistry.Impedance.RelaxationTimes;

namespace CoinRig.Electrochemistry.Impedance;

/// <summary>From a spectrum to results: Kramers-Kronig test, circuit, arcs, distribution of relaxation times, diffusion.</summary>
public static class ImpedanceAnalysis
{
    /// <summary>Analyses a spectrum.</summary>
    /// <param name="spectrum">The spectrum, in any order of frequencies.</param>
    /// <param name="options">How; null for the usual.</param>
    /// <exception cref="ArgumentException">The spectrum has too few points, or a value that cannot be; or a name in the options is none of the circuit's.</exception>
    /// <exception cref="CircuitFormatException">A text is no circuit.</exception>
    public static ImpedanceFindings Of(Spectrum spectrum, ImpedanceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(spectrum);
        options ??= new();
        spectrum.Require(6);
        var test = KramersKronigTest.Of(spectrum, options.KramersKronig);
        var circuits = options.Circuits.Count > 0 ? [.. options.Circuits.Select(Circuit.Parse)] : CircuitChoice.Usual(spectrum);
        var fitted = circuits.Any(HasInductance) ? spectrum : WithoutInductiveEnd(spectrum);
        var choice = CircuitChoice.Among(fitted, circuits, options.Fit);
        var findings = new ImpedanceFindings
        {
            Spectrum = spectrum,
            InductiveLeftOut = spectrum.Count - fitted.Count,
            KramersKronig = test,
            Choice = choice,
            Relaxation = RelaxationDistribution.Of(fitted, options.Relaxation, choice.Preferred.Fit.Tail),
            Results = [],
        };
        return findings with { Results = ImpedanceResults.Of(findings, options) };
    }

    static bool HasInductance(Circuit circuit) => circuit.Root.Elements.Any(e => e.Kind == ElementKind.Inductor);

    /// <summary>The spectrum from where it becomes capacitive, coming from the highest frequency.</summary>
    static Spectrum WithoutInductiveEnd(Spectrum spectrum)
    {
        var order = spectrum.Falling();
        var first = Array.FindIndex(order, i => spectrum.Ohms[i].Imaginary < 0);
        return first <= 0 ? spectrum : spectrum.Where((hertz, _) => hertz <= spectrum.Hertz[order[first]]);
    }
}
