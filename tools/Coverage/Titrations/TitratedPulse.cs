using CoinRig.Cells;
using CoinRig.Runs;
using CoinRig.Twin;

namespace CoinRig.Coverage;

/// <summary>One pulse: what was reported, and what was true.</summary>
/// <param name="Composition">True mean composition over the pulse.</param>
/// <param name="ChargeShare">Where it lies in the charge of the whole titration, 0 to 1.</param>
/// <param name="TrueD">The model's D there, m2/s.</param>
/// <param name="D">Reported D, m2/s.</param>
/// <param name="Uncertainty">Its reported standard uncertainty, m2/s.</param>
/// <param name="RelativeWithoutGeometry">Reported relative uncertainty without geometry.</param>
/// <param name="TrueLength">True radius over the stated one.</param>
/// <param name="IsValid">Whether it was reported valid.</param>
/// <param name="Flags">Its flags.</param>
/// <param name="UncorrectedD">D of the pulse fit without the correction for curvature, m2/s.</param>
/// <param name="RelaxationD">D of the fit of the rest, m2/s.</param>
/// <param name="ShortFormulaD">D by Weppner and Huggins' formula, m2/s.</param>
/// <param name="Polarization">Reported total polarization, V.</param>
sealed record TitratedPulse(double Composition, double ChargeShare, double TrueD, double D, double Uncertainty, double RelativeWithoutGeometry,
    double TrueLength, bool IsValid, IReadOnlyList<string> Flags, double UncorrectedD, double RelaxationD, double ShortFormulaD, double Polarization)
{
    /// <summary>Whether the reported 95 % interval holds the true value.</summary>
    public bool IsCovered => Math.Abs(D - TrueD) <= 1.96 * Uncertainty;

    /// <summary>Relative error that is left when the true radius is used.</summary>
    public double ErrorWithoutGeometry => ErrorOf(D);

    /// <summary>The same error of another estimate of D.</summary>
    public double ErrorOf(double estimate) => estimate * TrueLength * TrueLength / TrueD - 1;

    /// <summary>Whether it lies between 10 and 90 % of the charge.</summary>
    public bool IsInside => ChargeShare is >= 0.1 and <= 0.9;

    /// <summary>The pulses that a run's results report, each beside the truth.</summary>
    /// <param name="rows">The results.</param>
    /// <param name="cell">The cell as stated.</param>
    /// <param name="model">The cell as it was.</param>
    /// <param name="truth">For a pulse, from 1: its true mean composition, and where it lies in the charge, 0 to 1.</param>
    public static List<TitratedPulse> Of(IReadOnlyList<ResultRow> rows, Cell cell, HalfCell model, Func<int, (double Composition, double ChargeShare)> truth)
    {
        var pulses = new List<TitratedPulse>();
        foreach (var group in rows.GroupBy(r => r.Details.TryGetValue("pulse", out var number) ? (int)Convert.ToDouble(number) : 0).Where(g => g.Key > 0))
        {
            if (group.FirstOrDefault(r => r.Name == "diffusion_coefficient") is not { } d)
            {
                continue;
            }
            var (composition, share) = truth(group.Key);
            var squaredLength = Math.Pow(Detail(d, "length"), 2);
            pulses.Add(new(composition, share, model.DiffusionCoefficientAt(composition), d.Value, d.Uncertainty,
                Detail(d, "relative_uncertainty_without_geometry"), model.Geometry.RadiusMeters / cell.Radius!.Value.Value, Detail(d, "valid") == 1, d.Flags,
                Detail(d, "uncorrected_d_over_l2") * squaredLength, Detail(d, "relaxation_d_over_l2") * squaredLength,
                group.FirstOrDefault(r => r.Name == "diffusion_coefficient_weppner_huggins")?.Value ?? double.NaN,
                group.First(r => r.Name == "total_polarization").Value));
        }
        return pulses;
    }

    static double Detail(ResultRow row, string name) => row.Details.TryGetValue(name, out var value) ? Convert.ToDouble(value) : double.NaN;
}
