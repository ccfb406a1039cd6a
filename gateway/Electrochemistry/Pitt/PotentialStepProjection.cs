using CoinRig.Electrochemistry.Gitt;
using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Pitt;

/// <summary>A potential step's results with names, units, flags, details and budgets.</summary>
static class PotentialStepProjection
{
    public static IEnumerable<Result> Of(PotentialStepResult result, ParticleGeometry geometry, Instrument instrument)
    {
        if (result.Fit is not { } fit)
        {
            yield break;
        }
        var seen = result.Observation;
        var n = geometry.Shape.MeanRate * geometry.Shape.MeanRate;
        KeyValuePair<string, object>[] details =
        [
            new("step_number", (double)seen.Number), new("seconds", seen.Seconds), new("voltage", 0.5 * (seen.VoltsBefore + seen.Volts)), new("voltage_step", seen.Volts - seen.VoltsBefore),
            new("branch", seen.Coulombs > 0 ? "charge" : "discharge"), new("held_seconds", seen.HeldSeconds), new("lambda", fit.Lambda), new("leak_current", fit.LeakAmperes),
            new("length", geometry.LengthMetres?.Value ?? double.NaN), new("length_from", geometry.Source), new("shape", geometry.Shape.Name),
        ];
        var charge = fit.Charge;
        var gain = Math.Abs(charge.Value * instrument.CurrentGainRelative);
        yield return new("step_charge", charge with { Uncertainty = Combine.Quadrature(gain, charge.Uncertainty) }, "C")
        {
            Flags = result.Flags,
            Details = [.. details, new("integrated", seen.Coulombs)],
            Budget = [new("current_gain", gain), new("fit", Without(charge.Uncertainty, fit.ChargeTimeZero)), new("time_zero", fit.ChargeTimeZero)],
        };
        (string, Estimate?, double, IReadOnlyList<Flag>)[] all =
        [
            ("diffusion_coefficient_pitt", fit.Rate, fit.RelativeTimeZero, result.Flags), ("diffusion_coefficient_pitt_cottrell", result.CottrellRate, 0, result.CottrellFlags),
            ("diffusion_coefficient_pitt_long_time", result.LongTimeRate, 0, result.Flags),
        ];
        foreach (var (name, rate, timeZero, flags) in all)
        {
            if (rate is { } r && geometry.Diffusion(new(r.Value * n, r.Uncertainty * n)) is { } d)
            {
                yield return new(name, d, "m2/s")
                {
                    Flags = geometry.IsGeometricArea ? [.. flags, Flag.GeometricArea] : flags,
                    Details = [.. details, new("d_over_l2", r.Value * n)],
                    Budget =
                    [
                        new("fit", Math.Abs(Without(r.Relative, timeZero) * d.Value)), new("time_zero", Math.Abs(timeZero * d.Value)), new("geometry", Math.Abs(2 * geometry.LengthMetres!.Value.Relative * d.Value)),
                    ],
                };
            }
        }
    }

    static double Without(double all, double part) => Math.Sqrt(Math.Max(0, all * all - part * part));
}
