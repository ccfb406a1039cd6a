namespace CoinRig.Protocols;

/// <summary>A constant voltage.</summary>
public sealed class ConstantVoltage : ITechnique
{
    /// <summary>A hold begins with about the current of the step before it; the range leaves this much room above it, because a current that leaves its range ends the run.</summary>
    internal const double RangeMargin = 1.25;

    /// <inheritdoc/>
    public string Name => "constant_voltage";

    /// <inheritdoc/>
    public string Summary => "a constant voltage, until time or current";

    /// <inheritdoc/>
    public IReadOnlyList<Key> Keys { get; } = [StepKeys.Voltage, StepKeys.For, StepKeys.Until, StepKeys.LargestCurrent];

    /// <inheritdoc/>
    public StepBody Compile(StepReader step)
    {
        var volts = step.Voltage("voltage");
        return new(Segment(volts, step.Ends(Course.Hold), step.Record, step.LargestCurrent(ExpectedAmperes(step.Previous, volts))));
    }

    /// <summary>A segment of constant voltage.</summary>
    internal static Segment Segment(double volts, IReadOnlyList<EndCondition> until, RecordRule record, double largestAmperes) =>
        new(SegmentRole.ConstantVoltage, ControlMode.Voltage, Waveform.Constant(volts), until, record, largestAmperes);

    /// <summary>The current with which a hold begins when the step before it arrives at just this voltage, A; NaN where that is not known.</summary>
    internal static double ExpectedAmperes(Segment? previous, double volts) =>
        previous is { Role: SegmentRole.ConstantCurrent } && previous.Until.Any(u => u.Quantity == Measured.Voltage && u.Threshold == volts)
            ? previous.LargestExpectedAmperes * RangeMargin : double.NaN;
}
