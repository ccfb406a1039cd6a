namespace CoinRig.Protocols;

/// <summary>Waits, without current, until a person or a mark ends it, or a timeout.</summary>
public sealed class Wait : ITechnique
{
    /// <inheritdoc/>
    public string Name => "wait";

    /// <inheritdoc/>
    public string Summary => "no current until a person or a mark ends the wait";

    /// <inheritdoc/>
    public IReadOnlyList<Key> Keys { get; } =
    [
        new("for", KeyKind.Choice, "Who ends it", true) { Choices = ["person", "mark"] },
        new("message", KeyKind.Text, "What the person is to do"),
        new("mark", KeyKind.Text, "Which mark; any where none is named"),
        new("timeout", KeyKind.Time, "How long it waits at most", true),
        new("on_timeout", KeyKind.Choice, "What comes then: the next step, or the end of the run") { Choices = ["continue", "end"] },
        StepKeys.Hold,
    ];

    /// <inheritdoc/>
    public StepBody Compile(StepReader step)
    {
        step.Map.Required("for");
        var isForMark = step.Map.Choice("for", "person", "person", "mark") == "mark";
        var text = step.Map.Text(isForMark ? "mark" : "message", "")!;
        var stranger = isForMark ? "message" : "mark";
        if (step.Map.Has(stranger))
        {
            step.Map.Optional(stranger)!.Report($"'{stranger}' in a wait for a {(isForMark ? "mark" : "person")}", isForMark ? "'mark: NAME'" : "'message: ...'");
        }
        EndCondition timeout = new(Measured.SegmentTime, true, step.Duration("timeout"), $"timeout of {step.Map.Text("timeout")}");
        if (step.Map.Choice("on_timeout", "continue", "continue", "end") == "end")
        {
            timeout = timeout with { Jump = step.JumpToEnd("on_timeout") };
        }
        EndCondition released = new(Measured.Release, true, 1, isForMark ? $"mark {text}".TrimEnd() : "released by a person");
        return new(Rest.Segment([released, timeout], step.Record, SegmentRole.Rest, Rest.HoldsZeroCurrent(step), 0) with { Wait = new(isForMark ? WaitFor.Mark : WaitFor.Person, text) });
    }
}
