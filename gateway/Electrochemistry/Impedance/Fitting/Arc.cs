using CoinRig.Electrochemistry.Impedance.Circuits;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Impedance.Fitting;

/// <summary>An arc of a fitted circuit: a resistance beside a capacitance or a constant-phase element.</summary>
public sealed record Arc
{
    /// <summary>The name of its resistance, such as R1.</summary>
    public required string Name { get; init; }

    /// <summary>Its resistance.</summary>
    public required FittedParameter Resistance { get; init; }

    /// <summary>Its exponent; 1 for a capacitor.</summary>
    public required double Alpha { get; init; }

    /// <summary>tau0 = (R Q)^(1/alpha), s: one over the angular frequency of its apex.</summary>
    public required Estimate Seconds { get; init; }

    /// <summary>Effective capacitance (R Q)^(1/alpha)/R, F (Hsu and Mansfeld 2001, Corrosion 57, 747): a distribution through the depth of a layer.</summary>
    public required Estimate HsuMansfeldFarads { get; init; }

    /// <summary>
    /// Effective capacitance Q^(1/alpha) (1/R0 + 1/R)^((alpha - 1)/alpha), F (Brug et al. 1984, J. Electroanal. Chem. 176, 275): a distribution along a
    /// surface; null where the circuit has no series resistance.
    /// </summary>
    public required Estimate? BrugFarads { get; init; }

    /// <summary>Whether its apex lies within the measured frequencies.</summary>
    public required bool IsApexInside { get; init; }

    /// <summary>Whether R and Q are known well enough for a capacitance.</summary>
    public required bool IsIdentifiable { get; init; }

    /// <summary>Frequency of the apex, Hz.</summary>
    public double ApexHertz => 1 / (2 * Math.PI * Seconds.Value);

    /// <summary>
    /// Its distribution of relaxation times at a time constant, ohm (exact for a resistance beside a constant-phase element; Cole and Cole 1941):
    /// R/(2 pi) sin((1 - alpha) pi)/(cosh(alpha ln(tau/tau0)) - cos((1 - alpha) pi)). With alpha = 1 it is a needle at tau0, and 0 elsewhere.
    /// </summary>
    /// <param name="seconds">tau, s.</param>
    public double DistributionOhms(double seconds)
    {
        var angle = (1 - Alpha) * Math.PI;
        return Resistance.Value.Value / (2 * Math.PI) * Math.Sin(angle) / (Math.Cosh(Alpha * Math.Log(seconds / Seconds.Value)) - Math.Cos(angle));
    }

    internal static IReadOnlyList<Arc> Of(FittedCircuit fit)
    {
        var series = fit.Circuit.SeriesParts.OfType<CircuitElement>().FirstOrDefault(e => e.Kind == ElementKind.Resistor);
        var (low, high) = (fit.Spectrum.Hertz.Min(), fit.Spectrum.Hertz.Max());
        return [.. StartFeature.Of(fit.Circuit).Where(f => f.Form == FeatureForm.Arc).Select(f => Of(fit, f, series?.First ?? -1, low, high))];
    }

    static Arc Of(FittedCircuit fit, StartFeature feature, int seriesPlace, double lowHertz, double highHertz)
    {
        var (rPlace, qPlace, aPlace) = (feature.Scale, feature.Second, feature.Exponent);
        var (r, q, alpha) = (fit.Parameters[rPlace].Value.Value, fit.Parameters[qPlace].Value.Value, aPlace < 0 ? 1 : fit.Parameters[aPlace].Value.Value);
        var tau = Math.Pow(r * q, 1 / alpha);
        var byAlpha = -Math.Log(r * q) / (alpha * alpha);
        Estimate Of(double value, double byR, double byQ, double byA, double byR0 = 0)
        {
            Span<(int, double)> gradient = [(rPlace, value * byR), (qPlace, value * byQ), (Math.Max(0, aPlace), aPlace < 0 ? 0 : value * byA), (Math.Max(0, seriesPlace), value * byR0)];
            return fit.Derived(value, gradient);
        }
        Estimate? brug = null;
        if (seriesPlace >= 0)
        {
            var r0 = fit.Parameters[seriesPlace].Value.Value;
            var conductance = 1 / r0 + 1 / r;
            brug = Of(Math.Pow(q, 1 / alpha) * Math.Pow(conductance, (alpha - 1) / alpha), (1 - alpha) / alpha / (r * conductance), 1 / alpha,
                (Math.Log(conductance) - Math.Log(q)) / (alpha * alpha), (1 - alpha) / alpha / (r0 * conductance));
        }
        var apex = 1 / (2 * Math.PI * tau);
        return new()
        {
            Name = fit.Parameters[rPlace].Name,
            Resistance = fit.Parameters[rPlace],
            Alpha = alpha,
            Seconds = Of(tau, 1 / alpha, 1 / alpha, byAlpha),
            HsuMansfeldFarads = Of(tau / r, 1 / alpha - 1, 1 / alpha, byAlpha),
            BrugFarads = brug,
            IsApexInside = apex >= lowHertz && apex <= highHertz,
            IsIdentifiable = fit.Parameters[rPlace].IsIdentifiable && fit.Parameters[qPlace].IsIdentifiable,
        };
    }
}
