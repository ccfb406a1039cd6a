namespace CoinRig.Protocols;

/// <summary>One sweep of the voltage, from where the cell is or from a voltage, to an end.</summary>
public sealed class LinearSweep : ITechnique
{
    /// <inheritdoc/>
    public string Name => "linear_sweep";

    /// <inheritdoc/>
    public string Summary => "one sweep of the voltage to an end";

    /// <inheritdoc/>
    public IReadOnlyList<Key> Keys { get; } = [StepKeys.Rate, StepKeys.Start, new("end", KeyKind.Voltage, "Where it ends", true), StepKeys.For, StepKeys.Until, StepKeys.LargestCurrent];

    /// <inheritdoc/>
    public StepBody Compile(StepReader step)
    {
        var rate = step.Rate("rate");
        var start = step.VoltageOrOpenCircuit("start");
        var end = step.Voltage("end");
        if (start == end)
        {
            step.Map.Optional("end")!.Report(step.Map.Optional("end")!.Description, "an end that differs from the start");
        }
        var course = new Course(start < end ? VoltageCourse.Rising : start > end ? VoltageCourse.Falling : VoltageCourse.Free, CurrentCourse.Free);
        var ends = step.Ends(course);
        WarnOfUnreachable(step, ends, end, course);
        return new(Segment(start, end, rate, ends, step.Record, step.LargestCurrent()));
    }

    static void WarnOfUnreachable(StepReader step, IReadOnlyList<EndCondition> ends, double end, Course course)
    {
        foreach (var condition in ends.Where(e => e.Quantity == Measured.Voltage))
        {
            if (course.Voltage == VoltageCourse.Rising ? condition.Above && condition.Threshold > end
                : course.Voltage == VoltageCourse.Falling && !condition.Above && condition.Threshold < end)
            {
                step.Map.Optional("until")!.Warn($"'{condition.Text}' is never met: the sweep ends at {Readable.Volts(end)}",
                    "a voltage before the end of the sweep");
            }
        }
    }

    /// <summary>A sweep; one that starts at the measured voltage (NaN) turns towards its end when it begins.</summary>
    internal static Segment Segment(double start, double end, double rate, IReadOnlyList<EndCondition> until, RecordRule record,
        double largestAmperes, int pass = 0) =>
        new(SegmentRole.Sweep, ControlMode.Voltage, new Waveform(start, end < start ? -rate : rate, end), until, record, largestAmperes, pass);
}
