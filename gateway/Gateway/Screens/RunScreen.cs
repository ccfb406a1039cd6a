using CoinRig.Control;
using CoinRig.Runs;

namespace CoinRig.Gateway;

/// <summary>A run as <c>show</c> tells it, and <c>run</c> at its end.</summary>
public static class RunScreen
{
    /// <summary>Shows a run, and prints its document where one is asked for.</summary>
    public static void Show(RunFileReader run, Screen screen)
    {
        var summary = RunSummary.Of(run);
        var header = summary.Header;
        screen.Say($"{header.RunId}: {Words(header.State)}{(header.StateMessage.Length > 0 ? $": {header.StateMessage}" : "")}");
        screen.Say($"{header.ProtocolName}, cell {header.CellName}, board {header.ProfileName}, channel {header.Channel}, "
            + (header.Source == "twin" ? $"on the twin with seed {header.Seed}" : "on hardware"));
        screen.Say($"began {header.StartedUtc:yyyy-MM-dd HH:mm:ss} UTC, took {Figures.Duration(summary.DurationSeconds)}; {summary.Steps.Count} steps, "
            + $"{summary.Cycles} cycles, {summary.Samples} samples, {summary.Results} results, {Figures.Bytes(summary.FileBytes)}; CoinRig {header.SoftwareVersion}");
        if (header.State == RunState.Running)
        {
            screen.Say(!InterruptedRun.IsOne(run.Path) ? "It is being recorded now."
                : $"It was interrupted ({(InterruptedRun.WasSuspended(run) ? "its program was stopped" : "a loss of power or a killed program")}): nobody records it. What was committed is all there. 'coinrig resume {run.Path}' looks at the cell and goes on by the protocol's rule; a service that ran it does that by itself when it is started again.");
        }
        foreach (var gap in header.Resumptions)
        {
            screen.Say($"interrupted at {Figures.Duration(gap.Nanoseconds / 1e9)} of its time, went on at {gap.Utc:yyyy-MM-dd HH:mm:ss} UTC, "
                + $"{(double.IsNaN(gap.GapSeconds) ? "after an unknown time (the clock was not set)" : $"after {Figures.Duration(gap.GapSeconds)}")}; the gap is in no time of the run");
        }
        if (summary.Timing is { LargestNanoseconds: > 0 } timing)
        {
            screen.Say(Words(timing));
        }
        foreach (var e in summary.Events.Where(e => e.Severity != EventSeverity.Note))
        {
            screen.Say($"{Words(e.Severity)} at {Figures.Duration(e.Nanoseconds / 1e9)}: {e.Message} ({e.Code})");
        }
        foreach (var mark in run.Marks())
        {
            screen.Say($"mark at {mark.Nanoseconds / 1e9:0.000} s: {mark.Text} ({mark.Source.ToString().ToLowerInvariant()})");
        }
        ShowResults(run, screen);
        if (screen.IsJson)
        {
            screen.Document(RunDocument.Of(run, summary));
        }
    }

    /// <summary>Shows the results as tables.</summary>
    public static void ShowResults(RunFileReader run, Screen screen)
    {
        var results = run.Results().Select(r => r.Row).ToList();
        foreach (var table in ResultTables.Of(results))
        {
            screen.Say();
            screen.Show(table);
        }
        if (results.Any(r => r.Flags.Count > 0))
        {
            screen.Say("'coinrig flags' says what the flags mean.");
        }
    }

    /// <summary>A run's state in words.</summary>
    public static string Words(RunState state) => state switch
    {
        RunState.Done => "done",
        RunState.StoppedByLimit => "stopped by a limit",
        RunState.StoppedByPerson => "stopped by a person",
        RunState.Failed => "failed",
        RunState.Suspended => "suspended",
        _ => "not ended",
    };

    static string Words(ScanTiming timing) => $"{timing.Scans} scans {(timing.SinceNanoseconds == 0 ? "" : $"since {Figures.Duration(timing.SinceNanoseconds * 1e-9)} of its time ")}began late by {timing.MedianNanoseconds * 1e-6:0.000} ms "
        + $"(median; 99 %: {timing.Percentile99Nanoseconds * 1e-6:0.000}, 99.9 %: {timing.Percentile999Nanoseconds * 1e-6:0.000}, largest: {timing.LargestNanoseconds * 1e-6:0.000} ms); "
        + $"{timing.LateScans} flagged late, {timing.MissedScans} missed";

    static string Words(EventSeverity severity) => severity == EventSeverity.Alarm ? "ALARM" : "warning";
}
