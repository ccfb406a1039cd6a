using System.Globalization;

namespace CoinRig.Faults;

/// <summary>What a person reads of one seed.</summary>
static class Trace
{
    /// <summary>Completes a trace: the scenario before it, what is in the file and what was found behind it.</summary>
    internal static void Finish(List<string> trace, Scenario scenario, RunContent? content, Judgement judgement)
    {
        trace.InsertRange(0,
        [
            FormattableString.Invariant($"seed {scenario.Seed}: {scenario.Setting.Board}, cell at {scenario.Setting.OpenCircuitVolts:0.000} V, recorder every {scenario.ScansPerDrain} scans, {(scenario.IsSupervised ? "with" : "without")} a supervisor"),
            scenario.Protocol.TrimEnd(),
            .. scenario.Faults.Select(f => f.ToString()),
            "",
        ]);
        trace.Add("");
        foreach (var note in content?.Notes ?? [])
        {
            var text = note.Kind == "event" ? $"{note.Text("severity")} {note.Text("code")}: {note.Text("message")}" : note.Kind == "scan-timing" ? "" : note.Content.ToString();
            trace.Add(string.Create(CultureInfo.InvariantCulture, $"{note.AfterSequence,6}  {note.Nanoseconds * 1e-9,11:0.000000} s  {note.Kind,-16} {text}"));
        }
        trace.Add("");
        trace.Add(FormattableString.Invariant($"{judgement.State} {judgement.Message}: {judgement.Rows} samples, {judgement.Matched} found among the ADC's results, beyond limits for {judgement.LongestBeyondNanoseconds * 1e-6:0.0} ms at most"));
        trace.AddRange(judgement.Wrong.Select(w => $"WRONG {w}"));
    }
}
