using CoinRig.Control;
using CoinRig.Electrochemistry.Gitt;
using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Analysis;

/// <summary>A pulse with where in the run it was.</summary>
/// <param name="Estimate">What it says by itself.</param>
/// <param name="Started">Its beginning.</param>
/// <param name="RestSeconds">How long the rest after it was, s.</param>
/// <param name="MiddleCoulombs">Net charge since the run's start at its middle, C.</param>
/// <param name="EndSeconds">Time in the run of its end, s.</param>
sealed record PulseEntry(PulseEstimate Estimate, SegmentStarted Started, double RestSeconds, double MiddleCoulombs, double EndSeconds);

/// <summary>Posts the rows of a pulse.</summary>
sealed class PulseRows(ParticleGeometry geometry, MeasurementUncertainty uncertainty)
{
    /// <summary>Posts what a pulse gives with its neighbours.</summary>
    public void Post(PulseEntry entry, PulseEntry? before, PulseEntry? after, ResultPost post)
    {
        var result = PulseEvaluation.Of(entry.Estimate, before?.Estimate, after?.Estimate);
        var seen = entry.Estimate.Observation;
        var place = new Place(entry.Started.Cycle, entry.Started.StepCount, entry.EndSeconds);
        (string, object)[] details =
        [
            ("pulse", (double)seen.Number), ("voltage", 0.5 * (seen.Before.Volts + seen.After.Volts)), ("branch", seen.CurrentAmperes > 0 ? "charge" : "discharge"),
            ("current", seen.CurrentAmperes), ("pulse_seconds", seen.PulseSeconds), ("rest_seconds", entry.RestSeconds),
            ("start_seconds", entry.EndSeconds - seen.PulseSeconds), ("charge", entry.MiddleCoulombs),
        ];
        PostVoltages(result, details, place, post);
        PostDiffusion(result, details, place, post);
    }

    void PostVoltages(PulseResult result, (string, object)[] details, Place place, ResultPost post)
    {
        var seen = result.Estimate.Observation;
        // D takes a ratio of voltages, so the gain cancels there; here it does not.
        var current = Math.Abs(seen.CurrentAmperes);
        Volts("delta_e_s", result.Estimate.EquilibriumStep, result.StepFlags, [.. details, .. Rate(result.Rate)]);
        Volts("delta_e_t", result.TransientStep, ShortTimeFit.CanFit(seen.Pulse) ? [] : [Flag.IrNotRemoved], details);
        Volts("total_polarization", result.TotalPolarization, result.StepFlags, [.. details, ("resistance", result.TotalPolarization.Value / current)]);
        Volts("instant_overpotential", result.InstantOverpotential, [Flag.ChargeTransferIncluded], [.. details, ("resistance", (result.InstantOverpotential?.Value ?? double.NaN) / current)]);
        Volts("diffusion_overpotential", result.DiffusionOverpotential, result.StepFlags, details);

        void Volts(string name, Estimate? value, IReadOnlyList<Flag> flags, (string, object)[] all)
        {
            if (value is { } volts)
            {
                post.Add(name, volts with { Uncertainty = Combine.Quadrature(volts.Uncertainty, uncertainty.VoltageGainRelative * volts.Value) }, "V", flags, place, all);
            }
        }
    }

    void PostDiffusion(PulseResult result, (string, object)[] details, Place place, ResultPost post)
    {
        var n = geometry.Shape.MeanRate;
        Flag[] area = geometry.IsGeometricArea ? [Flag.GeometricArea] : [];
        (string, object)[] common = [.. details, ("length", geometry.LengthMetres?.Value ?? double.NaN), ("length_from", geometry.Source), ("shape", geometry.Shape.Name)];
        if (result.Rate is { } rate && geometry.Diffusion(new(rate.Value * n * n, rate.Uncertainty * n * n)) is { } d)
        {
            post.Add("diffusion_coefficient", d, "m2/s", [.. result.DiffusionFlags, .. area], place,
            [
                .. common, .. Rate(result.Rate), ("theta", rate.Value * result.Estimate.Observation.PulseSeconds),
                ("relative_uncertainty", d.Relative), ("relative_uncertainty_fit", result.Budget.Fit), ("relative_uncertainty_delta_e_s", result.Budget.EquilibriumStep),
                ("relative_uncertainty_curvature", result.Budget.Curvature), ("relative_uncertainty_reaction", result.Budget.Reaction),
                ("relative_uncertainty_geometry", 2 * geometry.LengthMetres!.Value.Relative),
                ("slope_change", result.Curvature?.SlopeChange ?? double.NaN), ("diffusion_change", result.Curvature?.DiffusionChange ?? double.NaN),
                ("uncorrected_d_over_l2", (result.Estimate.PulseFit?.RatePerSecond ?? double.NaN) * n * n),
                ("relaxation_d_over_l2", (result.Estimate.RelaxationFit?.RatePerSecond ?? double.NaN) * n * n),
            ]);
        }
        if (result.WeppnerHugginsRate is { } short1 && geometry.Diffusion(short1) is { } wh)
        {
            var flags = result.WeppnerHugginsFlags;
            post.Add("diffusion_coefficient_weppner_huggins", wh, "m2/s", [.. flags, .. area], place,
                [.. common, ("d_over_l2", short1.Value), ("relative_uncertainty_without_geometry", short1.Relative), ("bias", flags.Contains(Flag.PulseTooLong) ? "low" : "")]);
        }
    }

    (string, object)[] Rate(Estimate? rate) => rate is { } r
        ? [("d_over_l2", r.Value * geometry.Shape.MeanRate * geometry.Shape.MeanRate), ("relative_uncertainty_without_geometry", r.Relative)]
        : [];
}
