using System.Numerics;
using CoinRig.Electrochemistry.Impedance.Circuits;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Impedance.Fitting;

/// <summary>A circuit with the values that a spectrum gave it.</summary>
public sealed record FittedCircuit
{
    /// <summary>The circuit.</summary>
    public required Circuit Circuit { get; init; }

    /// <summary>What it was fitted to.</summary>
    public required Spectrum Spectrum { get; init; }

    /// <summary>Its parameters, in the circuit's order; arcs of one shape are ordered, the fast one first.</summary>
    public required IReadOnlyList<FittedParameter> Parameters { get; init; }

    /// <summary>Covariance of the logarithms of the parameters (of the exponents themselves), in the circuit's order.</summary>
    public required double[,] LogCovariance { get; init; }

    /// <summary>Sum of squares of the weighted residuals.</summary>
    public required double SumOfSquares { get; init; }

    /// <summary>Two a frequency, less the free parameters.</summary>
    public required int DegreesOfFreedom { get; init; }

    /// <summary>Number of parameters that were fitted.</summary>
    public required int FreeCount { get; init; }

    /// <summary>Measured - model over the measured modulus, in the order of the spectrum.</summary>
    public required IReadOnlyList<Complex> Residuals { get; init; }

    /// <summary>Correlation of weighted residuals between neighbouring frequencies.</summary>
    public required double ResidualCorrelation { get; init; }

    /// <summary>By how much the variance was enlarged for that; 1 where it is no more than chance makes it.</summary>
    public required double VarianceEnlargement { get; init; }

    /// <summary>Model passes that it took.</summary>
    public required int Passes { get; init; }

    /// <summary>Whether no step made the sum of squares smaller.</summary>
    public required bool IsConverged { get; init; }

    /// <summary>Root of the mean square of <see cref="Residuals"/>, real and imaginary parts apart.</summary>
    public double ResidualRms => Math.Sqrt(Residuals.Sum(r => r.Real * r.Real + r.Imaginary * r.Imaginary) / (2 * Residuals.Count));

    /// <summary>The values, in the circuit's order.</summary>
    public double[] Values => [.. Parameters.Select(p => p.Value.Value)];

    /// <summary>A parameter by its name.</summary>
    /// <exception cref="ArgumentException">The circuit has none of that name.</exception>
    public FittedParameter this[string name] => Circuit.IndexOf(name) is >= 0 and var i ? Parameters[i]
        : throw new ArgumentException($"Circuit '{Circuit}' has no parameter {name}; it has {string.Join(", ", Circuit.Parameters.Select(p => p.Name))}.", nameof(name));

    /// <summary>The fitted impedance at a frequency, ohm.</summary>
    public Complex Impedance(double hertz) => Circuit.Impedance(hertz, Values);

    /// <summary>
    /// What of the fitted impedance has no distribution of relaxation times, ohm at a frequency in Hz: inductances, capacitances, constant phases and
    /// diffusion without a reservoir that lie in series; null where there is none.
    /// </summary>
    public Func<double, Complex>? Tail
    {
        get
        {
            CircuitElement[] parts = [.. Circuit.SeriesParts.OfType<CircuitElement>().Where(e => e.Kind is not (ElementKind.Resistor or ElementKind.WarburgShort))];
            var values = Values;
            return parts.Length == 0 ? null : hertz => ElementLaw.Impedance(new SeriesNode(parts), new Complex(0, 2 * Math.PI * hertz), values);
        }
    }

    /// <summary>Its arcs (a resistance beside a capacitance), in the circuit's order.</summary>
    public IReadOnlyList<Arc> Arcs => Arc.Of(this);

    /// <summary>
    /// A quantity of the fitted parameters with the uncertainty that their covariance gives it (GUM, JCGM 100:2008, 5.2).
    /// </summary>
    /// <param name="value">The quantity.</param>
    /// <param name="gradient">Its derivative by the logarithm of each parameter (by the exponent itself), by place; others are 0.</param>
    internal Estimate Derived(double value, params ReadOnlySpan<(int Place, double Derivative)> gradient)
    {
        var variance = 0.0;
        foreach (var (a, da) in gradient)
        {
            foreach (var (b, db) in gradient)
            {
                variance += da * db * LogCovariance[a, b];
            }
        }
        return new(value, Math.Sqrt(Math.Max(0, variance)));
    }
}
