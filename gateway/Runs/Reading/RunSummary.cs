using CoinRig.Control;

namespace CoinRig.Runs;

/// <summary>A run at a glance.</summary>
/// <param name="Header">The header.</param>
/// <param name="Steps">The steps that were begun.</param>
/// <param name="Segments">How many segments were begun.</param>
/// <param name="Cycles">The cycle it has reached.</param>
/// <param name="Samples">How many samples it has.</param>
/// <param name="Results">How many results it has.</param>
/// <param name="Events">Its events.</param>
/// <param name="Timing">How punctual its scans were: of the whole run once it has ended, of its last full hour before; null where no hour is over.</param>
/// <param name="Checkpoint">Where it stood at its last commit; null where nothing was recorded.</param>
/// <param name="FileBytes">The size of its file.</param>
public sealed record RunSummary(RunHeader Header, IReadOnlyList<StepRow> Steps, int Segments, int Cycles, long Samples, long Results,
    IReadOnlyList<RigEvent> Events, ScanTiming? Timing, Checkpoint? Checkpoint, long FileBytes)
{
    /// <summary>How long it ran, s; for one that has not ended, until its last commit.</summary>
    public double DurationSeconds =>
        double.IsFinite(Header.EndedSeconds) ? Header.EndedSeconds : (Checkpoint?.State.VoltageNanoseconds ?? 0) / 1e9;

    /// <summary>Reads it.</summary>
    /// <exception cref="RunFileException">The file is damaged.</exception>
    public static RunSummary Of(RunFileReader run)
    {
        var steps = run.Steps();
        RigEvent[] events = [.. run.Events().Select(e => e.Event)];
        // Sequence numbers have no hole but where the recorder failed; to count the samples would read a page for every few blocks of a month.
        var samples = events.Any(e => e.Code == Recorder.FaultCode) ? run.SampleCount : run.LastSequence;
        return new RunSummary(run.Header, steps, run.Segments().Count, steps.Count == 0 ? 0 : steps.Max(s => s.Cycle), samples,
            run.ResultCount, events, run.Timings() is [.., var last] ? last : null, run.Checkpoint, new FileInfo(run.Path).Length);
    }
}
