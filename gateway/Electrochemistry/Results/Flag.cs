namespace CoinRig.Electrochemistry.Results;

/// <summary>Something to know about a result.</summary>
/// <param name="Name">Its name in kebab-case, as it stands outside.</param>
/// <param name="Severity">What it means for the use of the result.</param>
/// <param name="Meaning">What was found.</param>
/// <param name="Advice">What to do about it.</param>
public sealed record Flag(string Name, Severity Severity, string Meaning, string Advice)
{
    /// <summary>The equilibrium voltage moved against the current.</summary>
    public static Flag SignMismatch { get; } = new("sign-mismatch", Severity.Invalid, "The equilibrium voltage moved against the current.",
        "Rest longer, and look whether the cell leaks or its temperature moved.");

    /// <summary>The equilibrium voltage changed by less than ten times its uncertainty: on a plateau D is not defined by this formula.</summary>
    public static Flag EsTooSmall { get; } = new("es-too-small", Severity.Invalid, "The equilibrium voltage changed by less than ten times its uncertainty: on a plateau D is not defined by this formula.",
        "Use longer pulses or a larger current there, or leave the point out.");

    /// <summary>A reading was at the end of its scale, or the range changed.</summary>
    public static Flag ClippedOrRangeChanged { get; } = new("clipped-or-range-changed", Severity.Invalid, "A reading was at the end of its scale, or the range changed.",
        "Give the step a range that holds all of it (largest_current).");

    /// <summary>A step of the titration is missing: no rest before the pulse, or a hole in the rows.</summary>
    public static Flag MissingStep { get; } = new("missing-step", Severity.Invalid, "A step is missing: no rest before the pulse, or a hole in the rows.",
        "Look at the file around the time given; join its parts before the analysis.");

    /// <summary>The current was not constant, or not the one that was set.</summary>
    public static Flag CurrentNotConstant { get; } = new("current-not-constant", Severity.Invalid, "The current was not constant, or not the one that was set.",
        "Look at the current in a plot; run 'coinrig selftest' with a dummy cell.");

    /// <summary>The largest current lies at an end of the sweep: a limit, not a peak.</summary>
    public static Flag PeakAtLimit { get; } = new("peak-at-limit", Severity.Invalid, "The largest current lies at an end of the sweep: a limit, not a peak.",
        "Sweep further, or more slowly.");

    /// <summary>A reading was at the end of its scale.</summary>
    public static Flag Clipped { get; } = new("clipped", Severity.Invalid, "A reading was at the end of its scale.",
        "Give the step a larger largest_current.");

    /// <summary>The run was interrupted while the readings were taken whose shape the result comes from.</summary>
    public static Flag SpansGap { get; } = new("spans-gap", Severity.Invalid, "The run was interrupted (loss of power, a killed process) while this was measured; the cell rested meanwhile for a time that its time does not count.",
        "Leave it out; the event 'resumed' says when and for how long. Measure it again where it matters.");

    /// <summary>The run was interrupted within a sum over time, such as a capacity.</summary>
    public static Flag SpansGapOfSum { get; } = new("spans-gap", Severity.Note, "The run was interrupted (loss of power, a killed process) within this half cycle or rest: what flowed between the last record and the loss is not counted, and the cell rested meanwhile.",
        "Compare it with its neighbours; what is missing is at most what flows in the protocol's durability.");

    /// <summary>The cell changed while it was measured.</summary>
    public static Flag NotStationary { get; } = new("not-stationary", Severity.Invalid, "The cell changed while it was measured.",
        "Rest before it, and hold the temperature.");

    /// <summary>The pulse is too long for the formula: the short-time form reads low; in the exact fit D is poorly determined.</summary>
    public static Flag PulseTooLong { get; } = new("pulse-too-long", Severity.Biased, "The pulse is too long for the formula: the short-time form reads low; in the exact fit D is poorly determined.",
        "Use shorter pulses, or the exact fit ('D') where only the Weppner-Huggins value has the flag.");

    /// <summary>The voltage step is so large that its slope changes within it.</summary>
    public static Flag StepTooLarge { get; } = new("step-too-large", Severity.Biased, "The voltage step is so large that its slope changes within it.",
        "Use shorter pulses or a smaller current.");

    /// <summary>The step is limited by resistance and kinetics rather than by diffusion: D reads low.</summary>
    public static Flag KineticsLimited { get; } = new("kinetics-limited", Severity.Biased, "The step is limited by resistance and kinetics rather than by diffusion: D reads low.",
        "Take D from a titration instead.");

    /// <summary>The current had not flowed for long enough.</summary>
    public static Flag StartUp { get; } = new("start-up", Severity.Biased, "The profile in the particles was not built up yet (R2/(20 D), longer in a slab), so the voltage still rose faster than its equilibrium.",
        "Nothing: resistances are good from the start on, D from later interruptions.");

    /// <summary>The voltage is not straight over the root of time.</summary>
    public static Flag SqrtTimeNotLinear { get; } = new("sqrt-time-not-linear", Severity.Biased, "The voltage is not straight over the root of time.",
        "Use shorter pulses; a phase change or a hold-up at the surface does the same.");

    /// <summary>The rest ended before equilibrium, and that could not be corrected.</summary>
    public static Flag RestTooShort { get; } = new("rest-too-short", Severity.Biased, "The rest ended before equilibrium, and that could not be corrected.",
        "Rest longer: six times R2/(20 D).");

    /// <summary>The voltage still moved after a rest that was long enough for diffusion.</summary>
    public static Flag Drift { get; } = new("drift", Severity.Biased, "The voltage still moved after a rest that was long enough for diffusion, by more than 3 % of the step of a pulse.",
        "Longer rests do not help: look at the temperature, at leaks and self-discharge, and at what the cell did before.");

    /// <summary>The rest ended before equilibrium; the equilibrium is extrapolated and that is in the uncertainty.</summary>
    public static Flag RestTooShortCorrected { get; } = new("rest-too-short", Severity.Note, "The rest ended before equilibrium; the equilibrium is extrapolated and that is in the uncertainty.",
        "Nothing; longer rests make the uncertainty smaller.");

    /// <summary>No reading was early enough to read the ohmic jump apart; the fit leaves the jump free.</summary>
    public static Flag IrNotRemoved { get; } = new("ir-not-removed", Severity.Note, "No reading was early enough to read the ohmic jump apart; the fit leaves the jump free.",
        "Nothing.");

    /// <summary>The resistance contains charge transfer, because the first reading came later.</summary>
    public static Flag ChargeTransferIncluded { get; } = new("charge-transfer-included", Severity.Note, "The resistance contains charge transfer, because the first reading came later.",
        "Do not call it ohmic; at_seconds says when it was read.");

    /// <summary>The efficiency of the first full cycle.</summary>
    public static Flag FirstCycle { get; } = new("first-cycle", Severity.Note, "The efficiency of the first full cycle.",
        "Leave it out of averages.");

    /// <summary>The half cycle did not reach its own end condition.</summary>
    public static Flag Incomplete { get; } = new("incomplete", Severity.Note, "The half cycle did not reach its own end condition.",
        "Do not compare its capacity; no efficiency is made of it.");

    /// <summary>The half cycle began from a state that is not known.</summary>
    public static Flag UnknownStart { get; } = new("unknown-start", Severity.Note, "The half cycle began from a state that is not known.",
        "Do not compare its capacity; 'start: discharged' in the cell file declares the state.");

    /// <summary>The sweep has no foot before the peak, so no height above a baseline is given.</summary>
    public static Flag NoBaseline { get; } = new("no-baseline", Severity.Note, "The sweep has no foot before the peak, so no height above a baseline is given.",
        "Compare peak currents, which are counted from zero; a sweep that begins further from the peak has a foot.");

    /// <summary>Mass or length are not known well, or the area used is the geometric one.</summary>
    public static Flag GeometricArea { get; } = new("geometric-area", Severity.Note, "Mass or length are not known well, or the area used is the geometric one.",
        "State the particle in the cell file.");

    /// <summary>A current remained that the step of the potential does not explain.</summary>
    public static Flag LeakCurrent { get; } = new("leak-current", Severity.Note, "A current remained that is more than 1 % of the first: a leak, or a reaction of the electrolyte; it is taken off the charge.",
        "Compare it with what flows at a lower potential.");

    /// <summary>The current is not a decay by diffusion.</summary>
    public static Flag NotDiffusion { get; } = new("not-diffusion", Severity.Invalid, "The current does not decay as diffusion lets it: a phase change, or a step that was none.",
        "Look at the current over time; D is not defined where two phases are.");

    /// <summary>There is no neighbouring pulse, so how far the slope changes within this one is not known.</summary>
    public static Flag NoNeighbour { get; } = new("no-neighbour", Severity.Note, "There is no neighbouring pulse, so how far the slope changes within this one is not known.",
        "Nothing: it is the first or the last of a titration, or stands next to one that is invalid.");

    /// <summary>Fits of the pulse and of the rest after it disagree by more than their uncertainties allow.</summary>
    public static Flag FitsDisagree { get; } = new("fits-disagree", Severity.Note, "Fits of the pulse and of the rest after it disagree by more than their uncertainties allow.",
        "Do not trust D there beyond the difference (relaxation_d_over_l2).");

    /// <summary>The result lies beyond the data; the law that describes them is taken to go on.</summary>
    public static Flag Extrapolated { get; } = new("extrapolated", Severity.Note, "The result lies beyond the data; the law that describes them is taken to go on.",
        "Do not quote it without the word; measure further.");

    /// <summary>The data do not determine this parameter of the circuit: its uncertainty is over half of it.</summary>
    public static Flag NotIdentifiable { get; } = new("not-identifiable", Severity.Invalid, "The data do not determine this parameter of the circuit: its uncertainty is over half of it.",
        "Use a circuit without this element, hold the parameter at a known value, or measure further in frequency.");

    /// <summary>The fit of the circuit did not come to an end.</summary>
    public static Flag FitNotConverged { get; } = new("fit-not-converged", Severity.Invalid, "The fit of the circuit did not come to an end.",
        "Use a simpler circuit, or give start values.");

    /// <summary>Diffusion reaches the inside of the particles within the measurement, or a wave is wider than the law has it: D reads low.</summary>
    public static Flag NotSemiInfinite { get; } = new("not-semi-infinite", Severity.Biased, "Diffusion reaches the inside of the particles within the measurement: a law for unlimited diffusion does not hold.",
        "Leave out the lowest frequencies or the slowest scans, or take D from a titration.");

    /// <summary>A parameter is correlated with another beyond 0.98.</summary>
    public static Flag ParametersCorrelated { get; } = new("parameters-correlated", Severity.Note, "The parameter is correlated beyond 0.98 with another: only a combination of both is known well.",
        "Compare the combination (correlated_with names the other), or hold one of them.");

    /// <summary>The apex of the arc lies outside the measured frequencies.</summary>
    public static Flag ApexOutside { get; } = new("apex-outside", Severity.Note, "The apex of the arc lies outside the measured frequencies, so that the arc is extrapolated.",
        "Measure to higher or lower frequencies.");

    /// <summary>An exponent ended at a bound.</summary>
    public static Flag ExponentAtBound { get; } = new("exponent-at-bound", Severity.Note, "The exponent ended at a bound of what is looked at (0.4 to 1).",
        "At 1 use C instead of CPE; at 0.4 the element stands for diffusion: use W.");

    /// <summary>Residuals of the fit are correlated from frequency to frequency.</summary>
    public static Flag CircuitMisfit { get; } = new("circuit-misfit", Severity.Note, "The residuals of the fit are correlated from frequency to frequency: the circuit does not describe the cell quite. The uncertainties are enlarged for that.",
        "Look at the residuals; another circuit may do better.");

    /// <summary>The spectrum is noisy, but shows no drift.</summary>
    public static Flag NoisySpectrum { get; } = new("noisy-spectrum", Severity.Note, "The spectrum is off the Kramers-Kronig relations by more than 1 %, without a trend: noise.",
        "Use a larger excitation or longer averages; the uncertainties contain it.");

    /// <summary>Inductive points were left out because the circuit has no inductance.</summary>
    public static Flag InductiveLeftOut { get; } = new("inductive-left-out", Severity.Note, "Inductive points at the high end were left out, because the circuit has no inductance.",
        "Put L0 in front of the circuit to use them.");

    /// <summary>A peak of the distribution of relaxation times at an end of the measured range.</summary>
    public static Flag Edge { get; } = new("edge", Severity.Note, "The peak lies within 0.3 decades of an end of the measured range, or beyond: its area is extrapolated.",
        "Measure further in frequency to know it.");

    /// <summary>A group has one cell: how cells of its kind spread is not in the interval.</summary>
    public static Flag SingleCell { get; } = new("single-cell", Severity.Note, "A group has one cell: how cells of its kind spread is not in the interval.",
        "Measure more cells of each kind before a difference is called one of kinds.");

    /// <summary>The current was read at the end of each step of a staircase: peaks read low (0.3 % at steps of 0.05 mV, 3 % at 1 mV, 10 % at 5 mV on a slow host).</summary>
    public static Flag SampledAtStepEnd { get; } = new("sampled-at-step-end", Severity.Biased, "The current was read at the end of each step of a staircase: peaks read low (0.3 % at steps of 0.05 mV, 3 % at 1 mV, 10 % at 5 mV on a slow host).",
        "Let the instrument average the current over the step.");

    /// <summary>The peak current does not grow straight with the root of the scan rate.</summary>
    public static Flag SqrtRateNotLinear { get; } = new("sqrt-rate-not-linear", Severity.Biased, "The peak current does not grow straight with the root of the scan rate.",
        "Correct for the resistance, leave out the fast or the slow rates, or take D from a titration.");

    /// <summary>The line of peak current over the root of the scan rate does not go through zero.</summary>
    public static Flag InterceptNotZero { get; } = new("intercept-not-zero", Severity.Biased, "The line of peak current over the root of the scan rate does not go through zero.",
        "Something beside diffusion carries current (double layer, film, resistance, an offset): do not take D from the slope without saying so.");

    /// <summary>The peaks lie further apart than those of a reversible wave, or further the faster the scan.</summary>
    public static Flag NotReversible { get; } = new("not-reversible", Severity.Note, "The peaks lie further apart than those of a reversible wave, or further the faster the scan.",
        "Nothing for an insertion electrode, where it is the normal case; else correct for the resistance and read the rate of the reaction (psi).");

    /// <summary>The series resistance is not known, so its share in potentials is not taken out.</summary>
    public static Flag ResistanceNotCorrected { get; } = new("resistance-not-corrected", Severity.Note, "The series resistance is not known, so its share in potentials is not taken out.",
        "Give the resistance (from impedance, or from a current step).");

    /// <summary>Fewer than four scan rates, or less than a decade of them.</summary>
    public static Flag FewScanRates { get; } = new("few-scan-rates", Severity.Note, "Fewer than four scan rates, or less than a decade of them.",
        "Measure at four rates or more, from the slowest to ten times that.");

    /// <summary>All of them, the gravest first.</summary>
    public static IReadOnlyList<Flag> All { get; } =
    [
        SignMismatch, EsTooSmall, ClippedOrRangeChanged, MissingStep, CurrentNotConstant, PeakAtLimit, Clipped,
        SpansGap, NotStationary, NotDiffusion, NotIdentifiable, FitNotConverged, PulseTooLong, StepTooLarge, KineticsLimited, StartUp, SqrtTimeNotLinear,
        RestTooShort, Drift, SampledAtStepEnd, SqrtRateNotLinear, InterceptNotZero, NotSemiInfinite, SpansGapOfSum, RestTooShortCorrected, IrNotRemoved, ChargeTransferIncluded, FirstCycle, Incomplete,
        UnknownStart, NoBaseline, GeometricArea, LeakCurrent, NoNeighbour, FitsDisagree, Extrapolated, ParametersCorrelated, ApexOutside,
        ExponentAtBound, CircuitMisfit, NoisySpectrum, InductiveLeftOut, Edge, SingleCell,
        NotReversible, ResistanceNotCorrected, FewScanRates,
    ];
}
