using CoinRig.Control;
using CoinRig.Runs;

namespace CoinRig.Gateway;

/// <summary>What <c>run --json</c> and <c>show --json</c> print.</summary>
/// <param name="Run">Path of the run file.</param>
/// <param name="State">How it ended.</param>
/// <param name="Message">Why, in words; empty for a run that is done.</param>
/// <param name="RunId">Its id.</param>
/// <param name="Protocol">The protocol's name.</param>
/// <param name="Cell">The cell's name.</param>
/// <param name="Profile">The board profile's name.</param>
/// <param name="Source">"twin" or "hardware".</param>
/// <param name="Seed">The twin's seed.</param>
/// <param name="DurationSeconds">How long it took, s.</param>
/// <param name="Samples">How many samples it has.</param>
/// <param name="Results">Its results.</param>
/// <param name="Timing">How punctual its scans were: of the whole run once it has ended, of its last full hour before; null where no hour is over.</param>
/// <param name="Marks">What was marked while it went, in the order of the times.</param>
/// <param name="Events">Its warnings and alarms.</param>
public sealed record RunDocument(string Run, RunState State, string Message, string RunId, string Protocol, string Cell, string Profile, string Source,
    long Seed, double DurationSeconds, long Samples, TimingDocument? Timing, IReadOnlyList<ResultDocument> Results, IReadOnlyList<MarkDocument> Marks,
    IReadOnlyList<EventDocument> Events)
{
    /// <summary>The document of a run file.</summary>
    public static RunDocument Of(RunFileReader run, RunSummary? summary = null)
    {
        summary ??= RunSummary.Of(run);
        var header = summary.Header;
        return new(run.Path, header.State, header.StateMessage, header.RunId, header.ProtocolName, header.CellName, header.ProfileName, header.Source,
            header.Seed, summary.DurationSeconds, summary.Samples, TimingDocument.Of(summary.Timing),
            [.. run.Results().Select(r => ResultDocument.Of(r.Row))],
            [.. run.Marks().Select(m => new MarkDocument(m.Nanoseconds / 1e9, m.Text, m.Source))],
            [.. summary.Events.Where(e => e.Severity != EventSeverity.Note).Select(e => new EventDocument(e.Code, e.Severity, e.Message, e.Nanoseconds / 1e9))]);
    }
}

/// <summary>How punctual the scans were, in a document. Lateness is the time from when a scan was due to when it began.</summary>
/// <param name="Since">The beginning of the stretch, s since the run's start; 0 for the whole run.</param>
/// <param name="Until">Its end, s.</param>
/// <param name="Scans">How many scans were begun.</param>
/// <param name="LateScans">Those more than half a period late.</param>
/// <param name="MissedScans">Those that were left out because they were a whole period behind.</param>
/// <param name="MedianSeconds">Median lateness, s.</param>
/// <param name="Percentile99Seconds">Its 99th percentile, s.</param>
/// <param name="Percentile999Seconds">Its 99.9th percentile, s.</param>
/// <param name="LargestSeconds">The largest, s.</param>
public sealed record TimingDocument(double Since, double Until, long Scans, long LateScans, long MissedScans, double MedianSeconds,
    double Percentile99Seconds, double Percentile999Seconds, double LargestSeconds)
{
    internal static TimingDocument? Of(ScanTiming? timing) => timing is null ? null : new(timing.SinceNanoseconds / 1e9, timing.Nanoseconds / 1e9, timing.Scans,
        timing.LateScans, timing.MissedScans, timing.MedianNanoseconds / 1e9, timing.Percentile99Nanoseconds / 1e9, timing.Percentile999Nanoseconds / 1e9,
        timing.LargestNanoseconds / 1e9);
}

/// <summary>A result in a document.</summary>
/// <param name="Name">Its name in snake_case.</param>
/// <param name="Value">Its value.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Uncertainty">Standard uncertainty; null where none can be given.</param>
/// <param name="Flags">Flags in kebab-case.</param>
/// <param name="Cycle">The cycle, from 1.</param>
/// <param name="Step">The step it came from.</param>
/// <param name="Time">Time in the run, s.</param>
/// <param name="Details">What else there is to know.</param>
public sealed record ResultDocument(string Name, double Value, string Unit, double Uncertainty, IReadOnlyList<string> Flags, int Cycle, int Step,
    double Time, IReadOnlyDictionary<string, object> Details)
{
    internal static ResultDocument Of(ResultRow row) =>
        new(row.Name, row.Value, row.Unit, row.Uncertainty, row.Flags, row.Cycle, row.Step, row.Seconds, row.Details);
}

/// <summary>A mark in a document.</summary>
/// <param name="Time">Its own time in the run, s.</param>
/// <param name="Text">What happened.</param>
/// <param name="Source">Who said so.</param>
public sealed record MarkDocument(double Time, string Text, MarkSource Source);

/// <summary>An event in a document.</summary>
/// <param name="Code">What, in kebab-case.</param>
/// <param name="Severity">How grave.</param>
/// <param name="Message">What happened.</param>
/// <param name="Time">Time in the run, s.</param>
public sealed record EventDocument(string Code, EventSeverity Severity, string Message, double Time);
