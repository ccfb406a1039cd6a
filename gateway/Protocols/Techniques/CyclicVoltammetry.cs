namespace CoinRig.Protocols;

/// <summary>
/// Sweeps between two vertices: from the start to the first vertex, to the second, and so on for each cycle; at last to <c>end</c> where
/// one is given.
/// </summary>
public sealed class CyclicVoltammetry : ITechnique
{
    const int MostCycles = 1000;

    /// <inheritdoc/>
    public string Name => "cyclic_voltammetry";

    /// <inheritdoc/>
    public string Summary => "sweeps to and fro between two vertices";

    /// <inheritdoc/>
    public IReadOnlyList<Key> Keys { get; } =
    [
        StepKeys.Rate,
        StepKeys.Start,
        new("between", KeyKind.VoltageSpan, "The two vertices", true),
        new("direction", KeyKind.Choice, "Which vertex comes first: anodic is the upper") { Choices = ["anodic", "cathodic"] },
        new("cycles", KeyKind.Count, "How many cycles") { Bounds = (1, MostCycles) },
        new("end", KeyKind.Voltage, "Where a last sweep goes"),
        StepKeys.For,
        StepKeys.Until,
        StepKeys.LargestCurrent,
    ];

    /// <inheritdoc/>
    public StepBody Compile(StepReader step)
    {
        var rate = step.Rate("rate");
        var start = step.VoltageOrOpenCircuit("start");
        var (low, high) = step.Window("between");
        var isAnodic = step.Map.Choice("direction", "anodic", "anodic", "cathodic") == "anodic";
        var cycles = step.Map.WholeNumber("cycles", 1, 1, MostCycles);
        var end = step.Map.Has("end") ? step.Voltage("end") : double.NaN;
        var (first, second) = isAnodic ? (high, low) : (low, high);
        CheckStart(step, start, (low, high), first, isAnodic);
        var largest = step.LargestCurrent();
        var until = step.Ends(Course.Sweeps, Measured.StepTime);

        var segments = new List<Segment>();
        for (var cycle = 0; cycle < cycles; cycle++)
        {
            segments.Add(LinearSweep.Segment(cycle == 0 ? start : second, first, rate, [], step.Record, largest, cycle));
            segments.Add(LinearSweep.Segment(first, second, rate, [], step.Record, largest, cycle));
        }
        if (!double.IsNaN(end) && end != second)
        {
            segments.Add(LinearSweep.Segment(second, end, rate, [], step.Record, largest, cycles - 1));
        }
        // A start that is measured has no side yet: the slope says the direction that was asked for.
        segments[0] = segments[0] with { Set = segments[0].Set with { SlopePerSecond = isAnodic ? rate : -rate } };
        return new(segments, Repeats: false, until);
    }

    static void CheckStart(StepReader step, double start, (double Low, double High) between, double first, bool isAnodic)
    {
        if (start < between.Low || start > between.High)
        {
            step.Map.Optional("start")!.Report($"the start {Readable.Volts(start)} is not between the vertices",
                $"a voltage of {Readable.Volts(between.Low)} to {Readable.Volts(between.High)}, or open_circuit");
        }
        else if (start == first)
        {
            step.Map.Optional("start")!.Report($"the start {Readable.Volts(start)} is the vertex that the first sweep goes to",
                $"another start, or 'direction: {(isAnodic ? "cathodic" : "anodic")}'");
        }
    }
}
