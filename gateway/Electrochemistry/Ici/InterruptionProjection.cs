using CoinRig.Electrochemistry.Gitt;
using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Ici;

/// <summary>An interruption's results with names, units, flags, details and budgets.</summary>
static class InterruptionProjection
{
    public static IEnumerable<Result> Of(InterruptionResult result, ParticleGeometry geometry, Instrument instrument)
    {
        var seen = result.Observation;
        KeyValuePair<string, object>[] details =
        [
            new("interruption", (double)seen.Number), new("seconds", seen.Seconds), new("voltage", seen.Intercept.Value), new("branch", seen.Amperes > 0 ? "charge" : "discharge"),
            new("current", seen.Amperes), new("charge", seen.Coulombs), new("on_seconds", seen.OnSeconds), new("off_seconds", seen.OffSeconds),
        ];
        KeyValuePair<string, object>[] window = [.. details, new("fit_from_seconds", InterruptionStream.FirstSeconds), new("fit_to_seconds", seen.LastSeconds)];
        yield return Ohmic("interruption_resistance", result.Resistance, "ohm", result.ResistanceFlags,
            [.. window, new("line_resistance", (seen.LastVolts - seen.Intercept.Value) / seen.Amperes)], instrument,
            result.ResistanceTimeZeroOhms);
        yield return Ohmic("diffusion_resistance_coefficient", result.DiffusionResistance, "ohm/s^0.5", [], window, instrument);
        if (result.EquilibriumRate is not { } rate)
        {
            yield break;
        }
        var n = geometry.Shape.MeanRate * geometry.Shape.MeanRate;
        KeyValuePair<string, object>[] length =
            [new("length", geometry.LengthMetres?.Value ?? double.NaN), new("length_from", geometry.Source), new("shape", geometry.Shape.Name), new("equilibrium_rate", rate.Value)];
        if (result is { Rate: { } exact, Fit: { } fit } && geometry.Diffusion(new(exact.Value * n, exact.Uncertainty * n)) is { } d)
        {
            yield return Diffusion("diffusion_coefficient_ici", d, result.DiffusionFlags, geometry,
                [.. details, .. length, new("fit_from_seconds", InterruptionStream.FirstSeconds), new("fit_to_seconds", seen.OffSeconds), new("d_over_l2", exact.Value * n), new("theta", fit.Theta)],
                [("fit", fit.RelativeUncertainty), ("equilibrium_rate", Math.Abs(fit.StepSensitivity) * rate.Relative), ("time_zero", result.RelativeTimeZero)]);
        }
        if (result.RootTimeRate is { } root && geometry.Diffusion(root) is { } simple)
        {
            yield return Diffusion("diffusion_coefficient_ici_root_time", simple, result.RootTimeFlags, geometry, [.. window, .. length, new("slope", seen.Slope.Value), new("d_over_l2", root.Value)],
                [("slope", 2 * seen.Slope.Relative), ("equilibrium_rate", 2 * rate.Relative)]);
        }
    }

    static Result Ohmic(string name, Estimate value, string unit, IReadOnlyList<Flag> flags, KeyValuePair<string, object>[] details, Instrument instrument, double timeZero = 0)
    {
        var (voltage, current) = (Math.Abs(value.Value * instrument.VoltageGainRelative), Math.Abs(value.Value * instrument.CurrentGainRelative));
        return new(name, value with { Uncertainty = Combine.Quadrature(value.Uncertainty, voltage, current) }, unit)
        {
            Flags = flags,
            Details = details,
            Budget = [new("fit", Math.Sqrt(Math.Max(0, value.Uncertainty * value.Uncertainty - timeZero * timeZero))), new("time_zero", timeZero), new("voltage_gain", voltage), new("current_gain", current)],
        };
    }

    static Result Diffusion(string name, Estimate d, IReadOnlyList<Flag> flags, ParticleGeometry geometry, KeyValuePair<string, object>[] details, (string Input, double Relative)[] parts) =>
        new(name, d, "m2/s")
        {
            Flags = geometry.IsGeometricArea ? [.. flags, Flag.GeometricArea] : flags,
            Details = details,
            Budget = [.. parts.Append(("geometry", 2 * geometry.LengthMetres!.Value.Relative)).Select(p => new BudgetTerm(p.Item1, Math.Abs(p.Item2 * d.Value)))],
        };
}
