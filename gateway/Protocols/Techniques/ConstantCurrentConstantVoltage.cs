namespace CoinRig.Protocols;

/// <summary>A constant current until a voltage, which is then held until a cut-off: CCCV.</summary>
public sealed class ConstantCurrentConstantVoltage : ITechnique
{
    /// <inheritdoc/>
    public string Name => "cccv";

    /// <inheritdoc/>
    public string Summary => "a constant current to a voltage, then that voltage until a cut-off current or time";

    /// <inheritdoc/>
    public IReadOnlyList<Key> Keys { get; } =
    [
        StepKeys.Current,
        StepKeys.Voltage,
        StepKeys.Until with { Description = "What ends the hold: a cut-off current such as C/20", IsRequired = true },
        StepKeys.For with { Description = "How long the whole step, at most" },
        StepKeys.LargestCurrent,
    ];

    /// <inheritdoc/>
    public StepBody Compile(StepReader step)
    {
        var amperes = step.Current("current");
        var volts = step.Voltage("voltage");
        var cutOff = step.RequiredUntil("until", Course.Hold);
        if (step.Map.Optional("until") is { } node
            && cutOff.Any(c => c is { Quantity: Measured.AbsoluteCurrent, Above: false } && c.Threshold >= Math.Abs(amperes)))
        {
            node.Report($"{node.Description} is met as soon as the hold begins: the current before it is {Readable.Amperes(Math.Abs(amperes))}",
                "a cut-off below the current, such as C/20");
        }
        var arrived = new EndCondition(Measured.Voltage, amperes > 0, volts, $"voltage {(amperes > 0 ? ">" : "<")} {Readable.Volts(volts)}");
        var whole = step.Duration("for", required: false);
        return new(
            [
                step.WithRate(ConstantCurrent.Segment(amperes, [arrived], step.Record)),
                ConstantVoltage.Segment(volts, cutOff, step.Record, step.LargestCurrent(amperes * ConstantVoltage.RangeMargin)),
            ],
            Repeats: false,
            step.Map.Has("for") ? [new(Measured.StepTime, true, whole, $"for {step.Map.Text("for")}")] : []);
    }
}
