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

    /// <summary>The voltage is not straight over the root of time.</summary>
    public static Flag SqrtTimeNotLinear { get; } = new("sqrt-time-not-linear", Severity.Biased, "The voltage is not straight over the root of time.",
        "Use shorter pulses; a phase change or a hold-up at the surface does the same.");

    /// <summary>The rest ended before equilibrium, and that could not be corrected.</summary>
    public static Flag RestTooShort { get; } = new("rest-too-short", Severity.Biased, "The rest ended before equilibrium, and that could not be corrected.",
        "Rest longer: six times R2/(20 D).");

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

    /// <summary>There is no neighbouring pulse, so how far the slope changes within this one is not known.</summary>
    public static Flag NoNeighbour { get; } = new("no-neighbour", Severity.Note, "There is no neighbouring pulse, so how far the slope changes within this one is not known.",
        "Nothing: it is the first or the last of a titration, or stands next to one that is invalid.");

    /// <summary>Fits of the pulse and of the rest after it disagree by more than their uncertainties allow.</summary>
    public static Flag FitsDisagree { get; } = new("fits-disagree", Severity.Note, "Fits of the pulse and of the rest after it disagree by more than their uncertainties allow.",
        "Do not trust D there beyond the difference (relaxation_d_over_l2).");

    /// <summary>The result lies beyond the data; the law that describes them is taken to go on.</summary>
    public static Flag Extrapolated { get; } = new("extrapolated", Severity.Note, "The result lies beyond the data; the law that describes them is taken to go on.",
        "Do not quote it without the word; measure further.");

    /// <summary>All of them, the gravest first.</summary>
    public static IReadOnlyList<Flag> All { get; } =
    [
        SignMismatch, EsTooSmall, ClippedOrRangeChanged, MissingStep, CurrentNotConstant, PeakAtLimit, Clipped,
        NotStationary, PulseTooLong, StepTooLarge, KineticsLimited, SqrtTimeNotLinear, RestTooShort,
        RestTooShortCorrected, IrNotRemoved, ChargeTransferIncluded, FirstCycle, Incomplete, UnknownStart,
        NoBaseline, GeometricArea, NoNeighbour, FitsDisagree, Extrapolated,
    ];
}
