using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Gitt;

/// <summary>A pulse's results with names, units, flags, details and budgets.</summary>
/// <param name="geometry">The particle.</param>
/// <param name="voltageGainRelative">Relative uncertainty of the voltage's gain; D takes a ratio of voltages, so it cancels there.</param>
public sealed class PulseProjection(ParticleGeometry geometry, double voltageGainRelative)
{
    /// <summary>The results of a pulse.</summary>
    /// <param name="result">The pulse.</param>
    /// <param name="startSeconds">When it began, s.</param>
    /// <param name="restSeconds">How long the rest after it was, s.</param>
    /// <param name="middleCoulombs">Net charge since the measurement began at its middle, C.</param>
    /// <param name="more">Further details.</param>
    public IEnumerable<Result> Of(PulseResult result, double startSeconds, double restSeconds, double middleCoulombs, params IReadOnlyList<KeyValuePair<string, object>> more)
    {
        var seen = result.Estimate.Observation;
        KeyValuePair<string, object>[] details =
        [
            new("pulse", (double)seen.Number), new("voltage", 0.5 * (seen.Before.Volts + seen.After.Volts)), new("branch", seen.CurrentAmperes > 0 ? "charge" : "discharge"),
            new("current", seen.CurrentAmperes), new("pulse_seconds", seen.PulseSeconds), new("rest_seconds", restSeconds),
            new("start_seconds", startSeconds), new("charge", middleCoulombs), .. more,
        ];
        return Voltages(result, details).Concat(Diffusion(result, details)).Where(r => double.IsFinite(r.Value.Value));
    }

    IEnumerable<Result> Voltages(PulseResult result, KeyValuePair<string, object>[] details)
    {
        var seen = result.Estimate.Observation;
        var current = Math.Abs(seen.CurrentAmperes);
        (string, Estimate?, IReadOnlyList<Flag>, bool, double)[] voltages =
        [
            ("delta_e_s", result.Estimate.EquilibriumStep, result.StepFlags, false, 0),
            ("delta_e_t", result.TransientStep, ShortTimeFit.CanFit(seen.Pulse) ? [] : [Flag.IrNotRemoved], false, result.TransientTimeZeroVolts),
            ("total_polarization", result.TotalPolarization, result.StepFlags, true, 0),
            ("instant_overpotential", result.InstantOverpotential, [Flag.ChargeTransferIncluded], true, result.InstantTimeZeroVolts),
            ("diffusion_overpotential", result.DiffusionOverpotential, result.StepFlags, false, result.InstantTimeZeroVolts),
        ];
        foreach (var (name, value, flags, hasResistance, timeZero) in voltages)
        {
            if (value is not { } volts)
            {
                continue;
            }
            var gain = Math.Abs(voltageGainRelative * volts.Value);
            KeyValuePair<string, object>[] resistance = hasResistance ? [new("resistance", volts.Value / current)] : [];
            yield return new(name, volts with { Uncertainty = Combine.Quadrature(volts.Uncertainty, gain) }, "V")
            {
                Flags = flags,
                Details = [.. details, .. resistance, .. name == "delta_e_s" ? Rate(result.Rate) : []],
                Budget = [new("readings", Math.Sqrt(Math.Max(0, volts.Uncertainty * volts.Uncertainty - timeZero * timeZero))), new("time_zero", timeZero), new("voltage_gain", gain)],
            };
        }
    }

    IEnumerable<Result> Diffusion(PulseResult result, KeyValuePair<string, object>[] details)
    {
        var n = geometry.Shape.MeanRate;
        KeyValuePair<string, object>[] common =
            [.. details, new("length", geometry.LengthMetres?.Value ?? double.NaN), new("length_from", geometry.Source), new("shape", geometry.Shape.Name)];
        if (result.Rate is { } rate && D("diffusion_coefficient", new(rate.Value * n * n, rate.Uncertainty * n * n), result.DiffusionFlags,
            [
                .. common, .. Rate(rate), new("theta", rate.Value * result.Estimate.Observation.PulseSeconds),
                new("slope_change", result.Curvature?.SlopeChange ?? double.NaN), new("diffusion_change", result.Curvature?.DiffusionChange ?? double.NaN),
                new("uncorrected_d_over_l2", (result.Estimate.PulseFit?.RatePerSecond ?? double.NaN) * n * n),
                new("relaxation_d_over_l2", (result.Estimate.RelaxationFit?.RatePerSecond ?? double.NaN) * n * n),
                new("fit_from_seconds", PulseFit.FirstSeconds), new("fit_to_seconds", result.Estimate.Observation.PulseSeconds),
            ],
            [
                ("fit", result.Budget.Fit), ("delta_e_s", result.Budget.EquilibriumStep), ("curvature", result.Budget.Curvature),
                ("reaction", result.Budget.Reaction), ("time_zero", result.Budget.TimeZero),
                ("model", result.Budget.Model),
            ]) is { } exact)
        {
            yield return exact;
        }
        var step = 2 * result.Estimate.EquilibriumStep.Relative;
        if (result.WeppnerHugginsRate is { } shortForm && D("diffusion_coefficient_weppner_huggins", shortForm, result.WeppnerHugginsFlags,
            [.. common, .. OverLength(shortForm), Bias(result.WeppnerHugginsFlags)], [("delta_e_s", step), ("delta_e_t", 2 * result.TransientStep!.Value.Relative)]) is { } end)
        {
            yield return end;
        }
        if (result.WeppnerHugginsSlopeRate is { } slopeForm && result.RootTimeLine is { } line && D("diffusion_coefficient_weppner_huggins_slope", slopeForm,
            result.WeppnerHugginsSlopeFlags,
            [
                .. common, .. OverLength(slopeForm), Bias(result.WeppnerHugginsSlopeFlags), new("slope", line.Slope.Value), new("fit_from_seconds", line.FromSeconds),
                new("fit_to_seconds", line.ToSeconds), new("root_time_curvature", line.Curvature),
            ], [("delta_e_s", step), ("slope", 2 * line.Slope.Relative)]) is { } sloped)
        {
            yield return sloped;
        }
    }

    Result? D(string name, Estimate overLengthSquared, IReadOnlyList<Flag> flags, IReadOnlyList<KeyValuePair<string, object>> details, (string Input, double Relative)[] parts) =>
        geometry.Diffusion(overLengthSquared) is { } d
            ? new(name, d, "m2/s")
            {
                Flags = geometry.IsGeometricArea ? [.. flags, Flag.GeometricArea] : flags,
                Details = details,
                Budget = [.. parts.Append(("geometry", 2 * geometry.LengthMetres!.Value.Relative)).Select(p => new BudgetTerm(p.Item1, Math.Abs(p.Item2 * d.Value)))],
            }
            : null;

    KeyValuePair<string, object>[] Rate(Estimate? rate)
    {
        var n = geometry.Shape.MeanRate * geometry.Shape.MeanRate;
        return rate is { } r ? OverLength(new(r.Value * n, r.Uncertainty * n)) : [];
    }

    static KeyValuePair<string, object>[] OverLength(Estimate rate) => [new("d_over_l2", rate.Value), new("relative_uncertainty_without_geometry", rate.Relative)];

    static KeyValuePair<string, object> Bias(IReadOnlyList<Flag> flags) => new("bias", flags.Contains(Flag.PulseTooLong) ? "low" : "");
}
