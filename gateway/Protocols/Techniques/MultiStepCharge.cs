namespace CoinRig.Protocols;

/// <summary>A charge whose current goes down in stages, each to its own end, and perhaps a hold after the last.</summary>
public sealed class MultiStepCharge : ITechnique
{
    static readonly Key Stages = new("stages", KeyKind.MappingList, "The stages, one after another", true)
    {
        Inner = [StepKeys.Current, StepKeys.For, StepKeys.Until, StepKeys.Record],
    };

    static readonly Key Last = new("hold", KeyKind.Mapping, "A voltage that is held after the last stage")
    {
        Inner = [StepKeys.Voltage, StepKeys.For, StepKeys.Until, StepKeys.LargestCurrent, StepKeys.Record],
    };

    /// <inheritdoc/>
    public string Name => "multi_step_charge";

    /// <inheritdoc/>
    public string Summary => "a charge in stages of constant current, each to its own voltage";

    /// <inheritdoc/>
    public IReadOnlyList<Key> Keys { get; } = [Stages, Last, StepKeys.For with { Description = "How long the whole step, at most" }];

    /// <inheritdoc/>
    public StepBody Compile(StepReader step)
    {
        var segments = step.Items(Stages).Select(Stage).ToList();
        if (step.Map.Optional(Last.Name)?.AsMapping("'hold'") is { } map)
        {
            var hold = step.Inner(map, Last);
            var volts = hold.Voltage("voltage");
            segments.Add(ConstantVoltage.Segment(volts, hold.Ends(Course.Hold), hold.Record,
                hold.LargestCurrent(ConstantVoltage.ExpectedAmperes(segments.LastOrDefault(), volts))));
            map.Finish();
        }
        return new(segments, Repeats: false,
            step.Map.Has("for") ? [new(Measured.StepTime, true, step.Duration("for"), $"for {step.Map.Text("for")}")] : []);
    }

    static Segment Stage(StepReader stage)
    {
        var amperes = stage.Current("current");
        if (amperes < 0)
        {
            stage.Map.Optional("current")!.Report(stage.Map.Optional("current")!.Description, "a current that charges: a discharge in stages is a list of constant_current steps");
        }
        var segment = stage.WithRate(ConstantCurrent.Segment(amperes, stage.Ends(Course.Of(amperes)), stage.Record));
        stage.Map.Finish();
        return segment;
    }
}
