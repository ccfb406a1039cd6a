namespace CoinRig.GittCoverage;

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
}
