namespace CoinRig.Protocols;

/// <summary>
/// Pulses of constant current with a rest after each (Weppner and Huggins, J. Electrochem. Soc. 124 (1977) 1569), until a condition is met
/// or a number of pulses is done: GITT.
/// </summary>
public sealed class GalvanostaticTitration : ITechnique
{
    const int MostPulses = 10_000;

    static readonly Key RestKey = new("rest", KeyKind.TimeOrMapping, "The rest after each pulse", true)
    {
        Inner = [StepKeys.For with { IsRequired = true }, StepKeys.Until, StepKeys.Hold, StepKeys.Record],
    };

    /// <inheritdoc/>
    public string Name => "gitt";

    /// <inheritdoc/>
    public string Summary => "current pulses with a rest after each";

    /// <inheritdoc/>
    public IReadOnlyList<Key> Keys { get; } =
    [
        StepKeys.Current,
        new("pulse", KeyKind.Time, "How long a pulse is", true),
        RestKey,
        StepKeys.Until,
        new("pulses", KeyKind.Count, "How many pulses, where no condition ends them") { Bounds = (1, MostPulses) },
    ];

    /// <inheritdoc/>
    public StepBody Compile(StepReader step)
    {
        var amperes = step.Current("current");
        var pulseSeconds = step.Duration("pulse");
        var until = step.Until("until", Course.Of(amperes), Measured.StepTime);
        var pulses = step.Map.WholeNumber("pulses", 0, 1, MostPulses);
        if (!step.Map.Has("until") && !step.Map.Has("pulses"))
        {
            step.Map.Node.Report("a titration without an end", "'until: voltage > 4.2 V' or 'pulses: 20'");
        }
        var pulse = step.WithRate(new Segment(SegmentRole.Pulse, ControlMode.Current, Waveform.Constant(amperes),
            [new(Measured.SegmentTime, true, pulseSeconds, $"pulse of {step.Map.Text("pulse")}")], step.Record, Math.Abs(amperes)));
        var rest = ReadRest(step, amperes);
        return pulses == 0 ? new([pulse, rest], Repeats: true, until)
            : new([.. Enumerable.Range(0, pulses).SelectMany(i => new[] { pulse with { Pass = i }, rest with { Pass = i } })], Repeats: false, until);
    }

    /// <summary>The rest: a duration, or a mapping with the keys of a rest step.</summary>
    static Segment ReadRest(StepReader step, double amperes)
    {
        var node = step.Map.Required("rest");
        if (node is { IsMapping: true })
        {
            var inner = step.Inner(node.AsMapping("'rest'")!, RestKey);
            EndCondition longest = new(Measured.SegmentTime, true, inner.Duration("for"), $"rest of {inner.Map.Text("for")}");
            var segment = Rest.Segment([longest, .. inner.Until("until", Course.Rest)], inner.Record, SegmentRole.Relaxation,
                Rest.HoldsZeroCurrent(inner), amperes);
            inner.Map.Finish();
            return segment;
        }
        EndCondition over = new(Measured.SegmentTime, true, step.Duration("rest", required: false), $"rest of {node?.Text}");
        return Rest.Segment([over], step.Record, SegmentRole.Relaxation, step.RestsHoldZeroCurrent, amperes);
    }
}
