namespace CoinRig.Protocols;

/// <summary>
/// A charge or discharge whose current is switched off for a moment again and again (Chien, Lindgren, Brandell et al., J. Electrochem. Soc. 168 (2021)
/// 060509): ICI. The relay stays closed at zero current, so that an interruption begins with one write.
/// </summary>
public sealed class CurrentInterruption : ITechnique
{
    /// <inheritdoc/>
    public string Name => "ici";

    /// <inheritdoc/>
    public string Summary => "a current that is interrupted for a moment again and again";

    /// <inheritdoc/>
    public IReadOnlyList<Key> Keys { get; } =
    [
        StepKeys.Current,
        new("every", KeyKind.Time, "How long the current flows between two interruptions", true),
        new("interrupt", KeyKind.Time, "How long an interruption is", true),
        StepKeys.Until with { IsRequired = true },
        StepKeys.Hold with { Description = "Relay closed at zero current (where nothing is said), or open" },
    ];

    /// <inheritdoc/>
    public StepBody Compile(StepReader step)
    {
        var amperes = step.Current("current");
        var every = step.Duration("every");
        var interrupt = step.Duration("interrupt");
        var until = step.RequiredUntil("until", Course.Of(amperes), Measured.StepTime);
        var holds = step.Map.Choice("hold", "zero_current", "open_circuit", "zero_current") == "zero_current";
        return new(
            [
                step.WithRate(ConstantCurrent.Segment(amperes, [new(Measured.SegmentTime, true, every, $"current for {step.Map.Text("every")}")], step.Record)),
                Rest.Segment([new(Measured.SegmentTime, true, interrupt, $"interruption of {step.Map.Text("interrupt")}")], step.Record, SegmentRole.Interruption, holds, amperes),
            ],
            Repeats: true,
            until);
    }
}
