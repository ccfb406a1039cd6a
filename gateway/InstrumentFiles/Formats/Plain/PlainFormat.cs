namespace CoinRig.InstrumentFiles;

/// <summary>Any delimited text whose columns are named by common words or by the person who asks.</summary>
sealed class PlainFormat : IFormat
{
    public Content? Open(Head head, ReadOptions options, Warnings warnings)
    {
        if (PlainHeading.Find(head) is not { } heading)
        {
            return null;
        }
        // A row of units below the names belongs to them.
        var units = heading.Units;
        var names = heading.Names;
        TableForm form = new()
        {
            Delimiter = heading.Delimiter, Names = names, NamesLine = heading.Line, FirstLine = heading.Line + (units is null ? 1 : 2),
            Sense = name => units is not null && names.IndexOf(name) is var at and >= 0 && units[at].Length > 0 ? Vocabulary.Find($"{name} [{Unit(units[at])}]") : Vocabulary.Find(name),
        };
        var layout = TablePlanner.Plan(head, options, warnings, form);
        foreach (var column in layout.Columns.Where(c => units is null && c.Column.Meaning is Meaning.Time or Meaning.Voltage or Meaning.Current && !options.Columns.Any(r => r.Meaning == c.Column.Meaning)))
        {
            var name = ColumnName.Plain(column.Column.Name);
            var hasUnit = ColumnName.Readings(column.Column.Name).Any(r => InstrumentFiles.Unit.TryRead(r.Unit, out var read) && read.Fits(column.Column.Meaning));
            if (column.Kind == CellKind.Number && !hasUnit && name is not ("seconds" or "volts" or "amps" or "amperes"))
            {
                warnings.Add("unit-assumed", heading.Line, $"'{column.Column.Name}' has no unit; {column.Column.SiUnit} is assumed. If it is another, say {column.Column.Meaning.ToString().ToLowerInvariant()}={column.Column.Name}[unit].");
            }
        }
        if (!layout.Columns.Any(static c => c.Column.Meaning is Meaning.Time or Meaning.Frequency) && options.ScanRateVoltsPerSecond is null)
        {
            warnings.Add("no-time", heading.Line, "no column is known as time. Name it (--columns time=...), or give the scan rate of a voltammogram.");
        }
        return new(layout.Columns.Any(static c => c.Column.Meaning == Meaning.Frequency) ? "EIS CSV with names" : "CSV with names", new TextTable(head.File, layout), new());
    }

    /// <summary>A unit in the plotting program's own writing.</summary>
    static string Unit(string unit) => unit.Replace("\\g(m)", "u", StringComparison.Ordinal);
}
