using System.Text;

namespace CoinRig.InstrumentFiles;

/// <summary>Scribner's ZPlot and ZView text (.z): settings, a line of names, <c>End Comments</c>, rows.</summary>
sealed class ZPlotFormat : IFormat
{
    public Content? Open(Head head, ReadOptions options, Warnings warnings)
    {
        var first = head.Line(1).TrimStart('"');
        if (!first.StartsWith("ZPLOT2 ASCII", StringComparison.OrdinalIgnoreCase) && !first.StartsWith("ZPlotW Data File", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }
        var namesLine = head.Find(static l => l.Contains("Freq(Hz)", StringComparison.Ordinal));
        if (namesLine == 0)
        {
            throw new InstrumentFileException(head.File, 1, "No line names the columns.", "Freq(Hz), Z'(a), Z''(b) are expected among the names.");
        }
        var end = head.Find(static l => l.TrimStart('"', ' ').StartsWith("End Comments", StringComparison.Ordinal));
        var line = head.Line(namesLine);
        var delimiter = line.Contains('\t', StringComparison.Ordinal) ? '\t' : ',';
        TableForm form = new()
        {
            Delimiter = (byte)delimiter, Names = [.. line.Split(delimiter).Select(static n => n.Trim().Trim('"'))], NamesLine = namesLine, FirstLine = Math.Max(namesLine, end) + 1,
            Sense = Sense, IsKnown = static name => name is "Ampl" or "Bias" or "GD" or "Err" or "Range",
        };
        var layout = TablePlanner.Plan(head, options, warnings, form);
        CheckCount(head, form.FirstLine, warnings);
        return new("ZPlot", null, new() { Started = Started(head, namesLine) }) { Spectra = new TextTable(head.File, layout) };
    }

    static ColumnSense? Sense(string name) => name switch
    {
        "Freq(Hz)" => ColumnSense.Of(Meaning.Frequency, "Hz"),
        "Z'(a)" => ColumnSense.Of(Meaning.RealImpedance, "ohm"),
        "Z''(b)" => ColumnSense.Of(Meaning.ImaginaryImpedance, "ohm"),
        "Time(Sec)" => ColumnSense.Of(Meaning.Time, "s"),
        _ => null,
    };

    static void CheckCount(Head head, int firstLine, Warnings warnings)
    {
        var key = head.Find(static l => l.TrimStart('"', ' ').StartsWith("Data Points:", StringComparison.Ordinal));
        if (key == 0 || !int.TryParse(head.Line(key).Split(':')[1].Trim(' ', '"', ','), out var declared))
        {
            return;
        }
        var rows = Enumerable.Range(firstLine, Math.Max(0, head.Count - firstLine + 1)).Count(i => head.Line(i).Trim().Length > 0);
        if (rows != declared)
        {
            warnings.Add("row-count", key, $"it says that it has {declared} points; there are {rows}.");
        }
    }

    static DateTime? Started(Head head, int namesLine)
    {
        string? Value(string key) => head.Find(l => l.TrimStart('"', ' ').StartsWith(key, StringComparison.Ordinal), namesLine) is > 0 and var at ? head.Line(at).Split(':', 2)[1].Trim(' ', '"') : null;
        return Dates.TryRead(Encoding.ASCII.GetBytes($"{Value("Date:")} {Value("Time:")}"), DateOrder.MonthFirst, out var ticks) ? new DateTime(ticks) : null;
    }
}
