namespace CoinRig.Gateway;

/// <summary>Methods for cycles, sweeps and spectra, and how uncertainties are found.</summary>
static class OtherMethods
{
    public static IReadOnlyList<Method> All { get; } =
    [
        new("Half cycles", ["charge_capacity", "discharge_capacity", "specific_charge_capacity", "specific_discharge_capacity", "coulombic_efficiency"],
            "Charge and energy are integrated over each half cycle, a hold at its end included. The coulombic efficiency is the charge taken out of the working electrode over the charge put in "
            + "within a cycle (discharge over charge for a positive electrode); none is computed from half cycles that did not reach their own end, and that of the first cycle is left out of "
            + "averages. Retention refers to the first full cycle at the same currents.",
            ["Q = ∫ I dt,&nbsp; W = ∫ E I dt,&nbsp; Ē = W/Q"], []),
        new("Differential capacity", ["dqdv_peak_potential", "dqdv_peak_height", "dqdv_peak_area"],
            "Charge by voltage; peaks must stand out of the valleys beside them, and are followed from cycle to cycle by their voltage.", ["dQ/dV = ΔQ<sub>bin</sub>/ΔV<sub>bin</sub>"], []),
        new("Fade", ["fade_per_cycle", "cycles_to_80_percent", "knee_cycle"],
            "A line, a root law and two lines that meet at a knee are fitted to the capacities at each rate; the one with the smallest corrected Akaike criterion is taken. Prediction intervals are "
            + "Student's, widened where neighbouring residuals are alike.",
            ["Q(n) = Q<sub>0</sub> + a n;&nbsp; Q<sub>0</sub> + a √n;&nbsp; Q<sub>0</sub> + a n + b max(0, n − n<sub>knee</sub>)"], ["Hurvich 1989"]),
        new("Cyclic voltammetry", ["peak_potential", "peak_current", "peak_height", "randles_sevcik_slope"],
            "Peaks are the extrema of the smoothed sweep, placed by a parabola; currents are counted from zero, heights from a baseline through the foot before the peak, where there is one.", [], []),
        new("Peak currents over the scan rate", ["randles_sevcik_slope", "diffusion_coefficient_apparent", "scan_rate_exponent"],
            "The line has a free intercept. An apparent <i>D</i> from it holds for a reversible, semi-infinite, planar electrode; on insertion electrodes it is a number for comparison only.",
            ["I<sub>p</sub> = 0.4463 · zFAc · √(zFvD/(R<sub>g</sub>T)),&nbsp; log|I<sub>p</sub>| = log a + b log v,&nbsp; I(E) = k<sub>1</sub>v + k<sub>2</sub>√v"],
            ["Nicholson 1964", "Nicholson 1965", "Wang 2007"]),
        new("Impedance", ["kramers_kronig_residual", "polarization_resistance"],
            "A spectrum is first tested for being linear, causal and stationary by a chain of RC elements (linear Kramers-Kronig test, with series capacitor and inductor). Then circuits are fitted "
            + "by least squares of real and imaginary residuals over the modulus; standard errors come from the covariance, and parameters that are not determined are flagged.",
            ["min Σ |Z − Z<sub>fit</sub>|²/|Z|²,&nbsp; Z<sub>CPE</sub> = 1/(Q (jω)<sup>α</sup>),&nbsp; C<sub>eff</sub> = (RQ)<sup>1/α</sup>/R"],
            ["Schönleber 2014", "Hurvich 1989", "Hsu 2001", "Brug 1984"]),
        new("Distribution of relaxation times", ["relaxation_peak_resistance"],
            "Regularized least squares with second differences and <i>g</i> ≥ 0, after what has no finite distribution (inductor, series capacitor) is taken off; λ by generalized cross-validation.",
            ["Z = R<sub>0</sub> + ∫ g(ln τ)/(1 + jωτ) d ln τ"], ["Wan 2015"]),
    ];

    /// <summary>How uncertainties are found, which is the same for all.</summary>
    public static Method Uncertainty { get; } = new("Uncertainty", [],
        "Uncertainties are propagated to first order: noise (from the data, or of the board), calibration, the covariance of fits, and what is known of the cell (mass, area, molar volume, radius). "
        + "Where neighbouring residuals of a fit are alike (autocorrelation <i>r</i><sub>1</sub>), it has fewer independent points than readings.",
        ["u<sub>c</sub>² = Σ<sub>i</sub> (∂f/∂x<sub>i</sub>)² u<sub>i</sub>²,&nbsp; n<sub>eff</sub> = n (1 − r<sub>1</sub>)/(1 + r<sub>1</sub>)"], ["GUM 2008"]);
}
