namespace CoinRig.Protocols;

/// <summary>A constant current; a positive one charges.</summary>
public sealed class ConstantCurrent : ITechnique
{
    /// <inheritdoc/>
    public string Name => "constant_current";

    /// <inheritdoc/>
    public string Summary => "a constant current; positive charges, negative discharges";

    /// <inheritdoc/>
    public IReadOnlyList<Key> Keys { get; } = [StepKeys.Current, StepKeys.For, StepKeys.Until];

    /// <inheritdoc/>
    public StepBody Compile(StepReader step)
    {
        var amperes = step.Current("current");
        return new(step.WithRate(Segment(amperes, step.Ends(Course.Of(amperes)), step.Record)));
    }

    /// <summary>A segment of constant current.</summary>
    internal static Segment Segment(double amperes, IReadOnlyList<EndCondition> until, RecordRule record) =>
        new(SegmentRole.ConstantCurrent, ControlMode.Current, Waveform.Constant(amperes), until, record, Math.Abs(amperes));
}
