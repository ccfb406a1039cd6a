namespace CoinRig.Protocols;

/// <summary>
/// Equal steps of a held voltage, each until its current has decayed or its time is over (Wen, Boukamp, Huggins and Weppner, J. Electrochem. Soc. 126
/// (1979) 2258): PITT.
/// </summary>
public sealed class PotentiostaticTitration : ITechnique
{
    const int MostSteps = 10_000;

    /// <summary>A last step that is shorter than this part of the others is a matter of rounding.</summary>
    const double RoundingPart = 1e-6;

    /// <inheritdoc/>
    public string Name => "pitt";

    /// <inheritdoc/>
    public string Summary => "equal steps of the voltage, each held until its current has decayed";

    /// <inheritdoc/>
    public IReadOnlyList<Key> Keys { get; } =
    [
        new("start", KeyKind.Voltage, "The first voltage, which is held like the others", true),
        new("end", KeyKind.Voltage, "The last voltage", true),
        new("increment", KeyKind.Voltage, "From one voltage to the next; start and end tell which way", true),
        StepKeys.For with { Description = "How long each voltage is held, at most" },
        StepKeys.Until with { Description = "What ends each voltage, such as C/100" },
        StepKeys.LargestCurrent,
    ];

    /// <inheritdoc/>
    public StepBody Compile(StepReader step)
    {
        var (start, end, increment) = (step.Voltage("start"), step.Voltage("end"), step.Difference("increment"));
        var ends = step.Ends(Course.Hold);
        var largest = step.LargestCurrent();
        if (start == end)
        {
            step.Map.Optional("end")!.Report(step.Map.Optional("end")!.Description, "an end that differs from the start");
        }
        var steps = Math.Ceiling(Math.Abs(end - start) / increment - RoundingPart);
        if (steps > MostSteps)
        {
            step.Map.Optional("increment")!.Report($"{steps:0} steps", $"at most {MostSteps}");
        }
        if (!(steps is > 0 and <= MostSteps))
        {
            return new(At(start));
        }
        return new([.. Enumerable.Range(0, (int)steps + 1).Select(i => At(i == (int)steps ? end : start + Math.Sign(end - start) * i * increment))]);

        Segment At(double volts) =>
            new(SegmentRole.PotentialStep, ControlMode.Voltage, Waveform.Constant(volts), ends, step.Record, largest);
    }
}
