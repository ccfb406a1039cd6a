namespace CoinRig.Faults;

/// <summary>A segment that its time ends lasts for that time, whatever the computer's clock says.</summary>
static class StepTimeJudge
{
    const string Promise = "step time";

    /// <summary>The conversions of a scan are not interrupted for an end, s.</summary>
    const double WithinSeconds = 0.2;

    internal static void Judge(World world, Judgement judgement, RunContent content)
    {
        if (world.HeldUpNanoseconds > 0 || world.Scenario.Faults.Any(f => f.Type.Name == "ADC silent"))
        {
            return;
        }
        Note? started = null;
        foreach (var note in content.Notes)
        {
            if (note.Kind is "segment-started" or "run-resumed")
            {
                started = note;
            }
            if (note.Kind == "segment-ended" && note.Text("text") == "time of the segment" && started is { Kind: "segment-started", Seconds: var seconds } && (started.Step, started.Segment) == (note.Step, note.Segment))
            {
                var lasted = (note.Nanoseconds - started.Nanoseconds) * 1e-9;
                judgement.Check(Math.Abs(lasted - seconds) <= WithinSeconds, Promise, $"segment {note.Segment} of step {note.Step} lasted {lasted:0.000} s, not {seconds:0.000} s");
            }
        }
    }
}
