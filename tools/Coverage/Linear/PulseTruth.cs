namespace CoinRig.Coverage;

/// <summary>What is true of a pulse, V.</summary>
/// <param name="EquilibriumStep">dEs.</param>
/// <param name="TransientStep">dEt: the end of the pulse less its beginning after the jump.</param>
/// <param name="Polarization">The end less the equilibrium after it, positive where it costs energy.</param>
/// <param name="Instant">The jump.</param>
readonly record struct PulseTruth(double EquilibriumStep, double TransientStep, double Polarization, double Instant)
{
    /// <summary>What a result of this name should be.</summary>
    /// <param name="name">The name.</param>
    /// <param name="diffusion">D, m2/s.</param>
    public double Of(string name, double diffusion) => name switch
    {
        "delta_e_s" => EquilibriumStep,
        "delta_e_t" => TransientStep,
        "total_polarization" => Polarization,
        "instant_overpotential" => Instant,
        "diffusion_overpotential" => Polarization - Instant,
        _ => diffusion,
    };
}
