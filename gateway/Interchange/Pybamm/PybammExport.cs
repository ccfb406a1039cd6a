using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CoinRig.Cells;
using CoinRig.Documents;

namespace CoinRig.Interchange;

/// <summary>
/// Writes protocols as step lists of PyBaMM, loops unrolled: a Python list whose tuples are the cycles, or a flat list in JSON, which has no
/// tuples. Each step has a <c>for</c>, because PyBaMM takes a run that reaches its default duration for infeasible.
/// </summary>
public static class PybammExport
{
    static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a protocol.</summary>
    /// <param name="text">The protocol file's text.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="cell">The cell; null where C-rates say all.</param>
    /// <param name="isJson">Whether a flat JSON list is wanted instead of a Python list.</param>
    /// <exception cref="DocumentException">What cannot be said and changes what happens to the cell, all at once.</exception>
    public static ExportedProtocol Write(string text, string file, Cell? cell, bool isJson)
    {
        var protocol = PortableReader.Read(text, file, cell);
        protocol.LeftOut.AddRange(protocol.Limits.Select(l => $"the limit '{l.Text}'"));
        if (protocol.Steps.Any(s => double.IsFinite(s.Record.VoltageChange) || double.IsFinite(s.Record.CurrentChange)))
        {
            protocol.LeftOut.Add("recording on changes of voltage or current: the period is the record rule's dt");
        }
        var entries = new PybammUnrolled(protocol).Entries;
        protocol.ThrowIfRefused();
        return new(isJson ? Json(entries) : Python(protocol.Name, entries), [.. protocol.LeftOut.Distinct()]);
    }

    static string Json(IEnumerable<(bool, List<string> Steps)> entries) =>
        $"[\n{string.Join(",\n", entries.SelectMany(e => e.Steps).Select(s => $"  {JsonSerializer.Serialize(s, Relaxed)}"))}\n]\n";

    static string Python(string name, IEnumerable<(bool IsCycle, List<string> Steps)> entries)
    {
        var python = new StringBuilder($"# {name.ReplaceLineEndings(" ")}: the steps for pybamm.Experiment\n[\n");
        foreach (var (isCycle, steps) in entries)
        {
            python.Append(isCycle ? $"    ({string.Join("\n     ", steps.Select(s => $"\"{s}\","))}),\n" : $"    \"{steps[0]}\",\n");
        }
        return python.Append("]\n").ToString();
    }
}
