using CoinRig.Electrochemistry.Impedance.Circuits;
using CoinRig.Electrochemistry.Impedance.Fitting;
using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Impedance.Diffusion;

/// <summary>
/// D from a Warburg coefficient (Ho, Raistrick and Huggins 1980, J. Electrochem. Soc. 127, 343): D = [(-dE/dx) L/(Q A_W)]^2, A_W = sqrt(2) sigma, Q the charge of
/// x = 0 to 1.
/// </summary>
public static class WarburgDiffusion
{
    /// <summary>The Warburg law may be off by this much at the lowest frequency; D is off by at most twice as much.</summary>
    const double LargestDeviation = 0.1;

    /// <summary>D of each Warburg element of a fit; D/L^2 where the length is not known.</summary>
    /// <param name="fit">The fit.</param>
    /// <param name="electrode">The electrode.</param>
    /// <param name="instrument">What the instrument may be off by.</param>
    public static IEnumerable<Result> Of(FittedCircuit fit, InsertionElectrode electrode, Instrument instrument)
    {
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentNullException.ThrowIfNull(electrode);
        ArgumentNullException.ThrowIfNull(instrument);
        return fit.Circuit.Root.Elements.Where(e => e.Kind == ElementKind.Warburg).Select(e => Of(fit, fit.Parameters[e.First], electrode, instrument));
    }

    static Result Of(FittedCircuit fit, FittedParameter sigma, InsertionElectrode electrode, Instrument instrument)
    {
        var rate = Math.Pow(electrode.SlopeVolts.Value / (electrode.CapacityCoulombs.Value * Math.Sqrt(2) * sigma.Value.Value), 2);
        var length = electrode.LengthMetres;
        var value = rate * (length is { } l ? l.Value * l.Value : 1);
        BudgetTerm[] budget =
        [
            new("fit", 2 * value * sigma.Value.Relative),
            new("equilibrium_slope", 2 * value * electrode.SlopeVolts.Relative),
            new("capacity", 2 * value * electrode.CapacityCoulombs.Relative),
            new("voltage_gain", 2 * value * instrument.VoltageGainRelative),
            new("current_gain", 2 * value * instrument.CurrentGainRelative),
            .. length is { } known ? [new("length", 2 * value * known.Relative)] : Array.Empty<BudgetTerm>(),
        ];
        // L is a third of the radius.
        var deviation = SphereDiffusion.DeviationFromWarburg(fit.Spectrum.Hertz.Min(), rate / 9);
        return new(length is null ? "d_over_l2" : "diffusion_coefficient", new(value, Combine.Quadrature([.. budget.Select(b => b.Uncertainty)])), length is null ? "1/s" : "m2/s")
        {
            Flags = [.. FitFlags.Of(fit, sigma), .. deviation > LargestDeviation ? [Flag.NotSemiInfinite] : Array.Empty<Flag>()],
            Details = [new("method", "warburg"), new("parameter", sigma.Name), new("circuit", fit.Circuit.Text), new("sphere_deviation", deviation)],
            Budget = budget,
        };
    }
}
