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
/// <param name="Events">Its warnings and alarms.</param>
public sealed record RunDocument(string Run, RunState State, string Message, string RunId, string Protocol, string Cell, string Profile, string Source,
    long Seed, double DurationSeconds, long Samples, IReadOnlyList<ResultDocument> Results, IReadOnlyList<EventDocument> Events)
{
    /// <summary>The document of a run file.</summary>
    public static RunDocument Of(RunFileReader run, RunSummary? summary = null)
    {
        summary ??= RunSummary.Of(run);
        var header = summary.Header;
        return new(run.Path, header.State, header.StateMessage, header.RunId, header.ProtocolName, header.CellName, header.ProfileName, header.Source,
            header.Seed, summary.DurationSeconds, summary.Samples, [.. run.Results().Select(r => ResultDocument.Of(r.Row))],
            [.. summary.Events.Where(e => e.Severity != EventSeverity.Note).Select(e => new EventDocument(e.Code, e.Severity, e.Message, e.Nanoseconds / 1e9))]);
    }
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

/// <summary>An event in a document.</summary>
/// <param name="Code">What, in kebab-case.</param>
/// <param name="Severity">How grave.</param>
/// <param name="Message">What happened.</param>
/// <param name="Time">Time in the run, s.</param>
public sealed record EventDocument(string Code, EventSeverity Severity, string Message, double Time);
