namespace CoinRig.InstrumentFiles;

/// <summary>Neware's flat table of records as CSV.</summary>
sealed class NewareFormat : IFormat
{
    public Content? Open(Head head, ReadOptions options, Warnings warnings)
    {
        var names = PlainHeading.Split(head, 1, ',');
        if (!names.Any(static n => n is "DataPoint" or "Record ID") || !names.Exists(static n => n.StartsWith("Current(", StringComparison.Ordinal)) || !names.Exists(static n => n.StartsWith("Step ", StringComparison.Ordinal)))
        {
            return null;
        }
        var isDateTime = IsDateTime(names, 1, warnings);
        TableForm form = new()
        {
            Delimiter = (byte)',', Names = names, NamesLine = 1, FirstLine = 2, Sense = name => NewareColumns.Sense(name, isDateTime), IsKnown = NewareColumns.IsKnown,
        };
        return new("Neware CSV", new TextTable(head.File, TablePlanner.Plan(head, options, warnings, form)), new());
    }

    /// <summary>Whether the date has to stand for the time since the start, as the file has no column of it.</summary>
    public static bool IsDateTime(List<string> names, int line, Warnings warnings)
    {
        var hasTotal = names.Exists(static n => n.StartsWith("Total Time", StringComparison.Ordinal) || n.StartsWith("Cumulative Time", StringComparison.Ordinal));
        if (!hasTotal)
        {
            warnings.Add("time-from-dates", line, "there is no column of the time since the start; it is taken from the dates, with their resolution.");
        }
        return !hasTotal;
    }
}
