namespace CoinRig.Protocols;

/// <summary>Keys of what is around the steps.</summary>
public static class ProgramKeys
{
    /// <summary>Of a condition that says where to go.</summary>
    public static IReadOnlyList<Key> Condition { get; } =
    [
        new("when", KeyKind.Condition, "The condition", true),
        new("goto", KeyKind.Target, "Where to go: the label of a step or loop, 'after_loop' or 'end'", true),
        new("times", KeyKind.Count, "How often at most; needed on the way back") { Bounds = (1, 100_000) },
    ];

    /// <summary>Of a loop.</summary>
    public static IReadOnlyList<Key> Loop { get; } =
    [
        new("repeat", KeyKind.Count, "How many passes", true) { Bounds = (1, 100_000) },
        new("cycle", KeyKind.Truth, "Whether each pass is a cycle"),
        new("label", KeyKind.Label, "A name for 'goto'"),
        new("until", KeyKind.Conditions, "What ends the loop at the end of a pass: results, and the number of the cycle"),
        new("steps", KeyKind.Steps, "What is repeated", true),
    ];

    /// <summary>Of a limit.</summary>
    public static IReadOnlyList<Key> Limit { get; } =
    [
        new("voltage", KeyKind.OpenVoltageSpan, "The voltages that are allowed: LOW .. HIGH; one of them may be left out"),
        new("current", KeyKind.CurrentOrSpan, "The largest current, either way, or LOW .. HIGH with signs"),
        new("charge", KeyKind.Charge, "The most charge that a step may pass"),
        new("temperature", KeyKind.TemperatureOrSpan, "The highest temperature, or LOW .. HIGH"),
        new("delay", KeyKind.Time, "How long a limit must stay crossed"),
        new("action", KeyKind.Choice, "What is done then") { Choices = ["stop", "end_step"] },
    ];

    /// <summary>Of the file.</summary>
    public static IReadOnlyList<Key> File { get; } =
    [
        new("name", KeyKind.Text, "What the protocol is called", true),
        new("description", KeyKind.Text, "What it is for"),
        new("let", KeyKind.Names, "Values by names of your own; $name stands for one wherever a value may stand"),
        new("limits", KeyKind.MappingOrList, "What stops the run, within the limits of the cell") { Inner = Limit },
        StepKeys.Record,
        new("rest", KeyKind.Mapping, "How every rest is held that does not say otherwise") { Inner = [StepKeys.Hold] },
        StepKeys.CRate,
        .. StepKeys.PowerLoss,
        new("durability", KeyKind.Choice, "How much a power cut may cost at most") { Choices = ["1 s", "10 s"] },
        new("steps", KeyKind.Steps, "What is done", true),
    ];
}
