namespace CoinRig.Protocols;

/// <summary>Open circuit, or zero current with the relay closed where <c>hold: zero_current</c> asks for it.</summary>
public sealed class Rest : ITechnique
{
    /// <inheritdoc/>
    public string Name => "rest";

    /// <inheritdoc/>
    public string Summary => "no current: relay open, or held at zero current";

    /// <inheritdoc/>
    public IReadOnlyList<Key> Keys { get; } = [StepKeys.For, StepKeys.Until, StepKeys.Hold];

    /// <inheritdoc/>
    public StepBody Compile(StepReader step) => new(Segment(step.Ends(Course.Rest), step.Record, SegmentRole.Rest, HoldsZeroCurrent(step), 0));

    /// <summary>What the key <c>hold</c> asks for, else what the file does.</summary>
    internal static bool HoldsZeroCurrent(StepReader step) =>
        step.Map.Choice("hold", step.RestsHoldZeroCurrent ? "zero_current" : "open_circuit", "open_circuit", "zero_current") == "zero_current";

    /// <summary>A rest.</summary>
    /// <param name="until">What ends it.</param>
    /// <param name="record">When samples are recorded.</param>
    /// <param name="role">What it is for.</param>
    /// <param name="holdsZeroCurrent">Whether the relay stays closed.</param>
    /// <param name="rangeAmperes">The current for whose range it is held at zero, A.</param>
    internal static Segment Segment(IReadOnlyList<EndCondition> until, RecordRule record, SegmentRole role, bool holdsZeroCurrent, double rangeAmperes) =>
        new(role, holdsZeroCurrent ? ControlMode.Current : ControlMode.OpenCircuit, Waveform.Constant(0), until, record,
            holdsZeroCurrent ? Math.Abs(rangeAmperes) : 0);
}
