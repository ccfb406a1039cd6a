namespace CoinRig.Electrochemistry.Results;

/// <summary>Something to know about a result.</summary>
/// <param name="Name">Its name in kebab-case, as it stands outside.</param>
/// <param name="Severity">What it means for the use of the result.</param>
public sealed record Flag(string Name, Severity Severity)
{
    /// <summary>The equilibrium voltage moved against the current.</summary>
    public static Flag SignMismatch { get; } = new("sign-mismatch", Severity.Invalid);

    /// <summary>The change of the equilibrium voltage is under ten times its uncertainty: on a plateau D is not defined by this formula.</summary>
    public static Flag EsTooSmall { get; } = new("es-too-small", Severity.Invalid);

    /// <summary>A reading was at the end of its scale, or the range changed.</summary>
    public static Flag ClippedOrRangeChanged { get; } = new("clipped-or-range-changed", Severity.Invalid);

    /// <summary>The current was not constant, or not the one that was set.</summary>
    public static Flag CurrentNotConstant { get; } = new("current-not-constant", Severity.Invalid);

    /// <summary>The largest current lies at an end of the sweep: a limit, not a peak.</summary>
    public static Flag PeakAtLimit { get; } = new("peak-at-limit", Severity.Invalid);

    /// <summary>A reading was at the end of its scale.</summary>
    public static Flag Clipped { get; } = new("clipped", Severity.Invalid);

    /// <summary>The cell changed while it was measured.</summary>
    public static Flag NotStationary { get; } = new("not-stationary", Severity.Invalid);

    /// <summary>The pulse is too long for the formula: the short-time form reads low; in the exact fit D is poorly determined.</summary>
    public static Flag PulseTooLong { get; } = new("pulse-too-long", Severity.Biased);

    /// <summary>The voltage step is so large that its slope changes within it.</summary>
    public static Flag StepTooLarge { get; } = new("step-too-large", Severity.Biased);

    /// <summary>The step is limited by resistance and kinetics rather than by diffusion: D reads low.</summary>
    public static Flag KineticsLimited { get; } = new("kinetics-limited", Severity.Biased);

    /// <summary>The voltage is not straight over the root of time.</summary>
    public static Flag SqrtTimeNotLinear { get; } = new("sqrt-time-not-linear", Severity.Biased);

    /// <summary>The rest ended before equilibrium, and that could not be corrected.</summary>
    public static Flag RestTooShort { get; } = new("rest-too-short", Severity.Biased);

    /// <summary>The rest ended before equilibrium; the equilibrium is extrapolated and that is in the uncertainty. Outside it has the same name.</summary>
    public static Flag RestTooShortCorrected { get; } = new("rest-too-short", Severity.Note);

    /// <summary>No reading was early enough to read the ohmic jump apart; the fit leaves the jump free.</summary>
    public static Flag IrNotRemoved { get; } = new("ir-not-removed", Severity.Note);

    /// <summary>The resistance contains charge transfer, because the first reading came later.</summary>
    public static Flag ChargeTransferIncluded { get; } = new("charge-transfer-included", Severity.Note);

    /// <summary>The efficiency of the first full cycle, which is left out of averages.</summary>
    public static Flag FirstCycle { get; } = new("first-cycle", Severity.Note);

    /// <summary>The half cycle did not reach its own end condition.</summary>
    public static Flag Incomplete { get; } = new("incomplete", Severity.Note);

    /// <summary>The half cycle began from a state that is not known.</summary>
    public static Flag UnknownStart { get; } = new("unknown-start", Severity.Note);

    /// <summary>The sweep has no foot before the peak, so no height above a baseline is given.</summary>
    public static Flag NoBaseline { get; } = new("no-baseline", Severity.Note);

    /// <summary>Mass or length are not known well, or the area used is the geometric one.</summary>
    public static Flag GeometricArea { get; } = new("geometric-area", Severity.Note);

    /// <summary>There is no neighbouring pulse, so how far the slope changes within this one is not known.</summary>
    public static Flag NoNeighbour { get; } = new("no-neighbour", Severity.Note);

    /// <summary>Fits of the pulse and of the rest after it disagree by more than their uncertainties allow.</summary>
    public static Flag FitsDisagree { get; } = new("fits-disagree", Severity.Note);
}
