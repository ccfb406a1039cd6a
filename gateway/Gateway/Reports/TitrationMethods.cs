namespace CoinRig.Gateway;

/// <summary>Methods that tell how fast a particle fills.</summary>
static class TitrationMethods
{
    static readonly string[] Exact = ["diffusion_coefficient", "diffusion_over_length_squared", "d_over_l2"];

    static string PulseText(string particle) => "The voltage of each pulse, from the write of the current on, is fitted with the exact solution for constant flux into " + particle + " and constant <i>D</i>; the level "
        + "<i>c</i> is free, so that ohmic drop and charge transfer do not matter. Δ<i>E</i><sub>s</sub> is the difference of the equilibrium voltages before and after; where a rest ended "
        + "before equilibrium, it is extrapolated and the extrapolation is in the uncertainty. What changes within a pulse is corrected to second order by its neighbours.";

    public static IReadOnlyList<Method> All { get; } =
    [
        new("Titration (GITT)", Exact, PulseText("a sphere of radius <i>R</i>"),
            [
                "E(t) = c + (ΔE<sub>s</sub>/τ) · (R²/3D) · S(Dt/R²)",
                "S(θ) = 3θ + 1/5 − 2 Σ<sub>n</sub> exp(−λ<sub>n</sub>²θ)/λ<sub>n</sub>²,&nbsp; tan λ<sub>n</sub> = λ<sub>n</sub>",
            ], ["Weppner 1977", "Crank 1975", "Aitken 1926"]) { Shape = "sphere" },
        new("Titration (GITT)", Exact, PulseText("a slab of thickness <i>L</i>"),
            [
                "E(t) = c + (ΔE<sub>s</sub>/τ) · (L²/D) · F(Dt/L²)",
                "F(θ) = θ + 1/3 − (2/π²) Σ<sub>n</sub> exp(−n²π²θ)/n²",
            ], ["Weppner 1977", "Crank 1975", "Aitken 1926"]) { Shape = "slab" },
        new("Weppner and Huggins' short-time formula", ["diffusion_coefficient_weppner_huggins", "diffusion_over_length_squared_weppner_huggins"],
            "For comparison with the literature, from the slope over the root of time; it holds for <i>τ</i> ≪ <i>L</i>²/<i>D</i> only, <i>L</i> being the volume of the host over its area "
            + "(<i>R</i>/3 for spheres). Where a pulse is longer it reads low and is flagged.",
            ["D = (4/π) · L² · [(ΔE<sub>s</sub>/τ) / (dE/d√t)]²"], ["Weppner 1977"]),
        new("Polarization", ["total_polarization"],
            "Total: voltage at the end of the pulse less the equilibrium after it. Instant: the jump at the switching of the current that the fit of the diffusion extrapolates to "
            + "<i>t</i> = 0 (ohmic drop and charge transfer). Diffusion: the remainder.",
            ["η = E(τ) − E<sub>1</sub> = η<sub>instant</sub> + η<sub>diffusion</sub>"], []),
        new("Interruptions of the current (ICI)", ["interruption_resistance", "diffusion_resistance_coefficient"],
            "In each rest the voltage is fitted over the root of the time since the current was switched off; the intercept gives the resistance, the slope the coefficient of the diffusion "
            + "resistance. <i>D</i>, where given, is fitted with the exact solution and every step of the current before; the root-of-time form beside it holds for short rests only.",
            ["E(t′) = E<sub>i</sub> + s√t′,&nbsp; R<sub>0</sub> = (E<sub>end</sub> − E<sub>i</sub>)/I,&nbsp; k = |s/I|", "D = (4/π) · L² · [(dE<sub>i</sub>/dt)/s]²"],
            ["Lacey 2017", "Geng 2022", "Chien 2023"]),
        new("Steps of a held voltage (PITT)", ["diffusion_coefficient_pitt", "diffusion_over_length_squared_pitt"],
            "The current after each step is fitted with the series for all times, where finite kinetics (Λ: diffusion resistance over ohmic and charge-transfer resistance) set the eigenvalues.",
            ["I(t) = (2QD/L²) Σ<sub>n</sub> exp(−(n − ½)²π²Dt/L²) for Λ → ∞ (slab)"], ["Wen 1979", "Montella 2002"]),
        new("Resistance at steps of the current", ["step_resistance"],
            "Voltage step over current step, at a stated time after the step; the drift of the voltage before the step is taken off. It contains charge transfer unless the sampling resolves it.",
            ["R(Δt) = [E(t<sub>0</sub> + Δt) − E(t<sub>0</sub>)] / ΔI"], []),
    ];
}
