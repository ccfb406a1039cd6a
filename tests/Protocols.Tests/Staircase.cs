namespace CoinRig.Protocols.Tests;

/// <summary>Holds at voltages in equal steps from <c>from</c> to <c>to</c>, each for the same time.</summary>
public sealed class Staircase : ITechnique
{
    public string Name => "staircase";

    public string Summary => "equal voltage steps, each held for a time";

    public IReadOnlyList<Key> Keys { get; } =
    [
        new("from", KeyKind.Voltage, "The first voltage", true),
        new("to", KeyKind.Voltage, "The last voltage", true),
        new("steps", KeyKind.Count, "How many steps") { Bounds = (1, 1000) },
        new("each", KeyKind.Time, "How long each is held", true),
        StepKeys.LargestCurrent,
    ];

    public StepBody Compile(StepReader step)
    {
        var from = step.Voltage("from");
        var to = step.Voltage("to");
        var steps = step.Map.WholeNumber("steps", 10, 1, 1000);
        EndCondition held = new(Measured.SegmentTime, true, step.Duration("each"), "step of the staircase");
        var largest = step.LargestCurrent();

        return new([.. Enumerable.Range(0, steps + 1).Select(i => new Segment(SegmentRole.ConstantVoltage, ControlMode.Voltage,
            Waveform.Constant(from + (to - from) * i / steps), [held], step.Record, largest))]);
    }
}
